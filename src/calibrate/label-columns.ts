/** Which columns of a table of labels mean what, and with that what kind of labels they are. */
import { Failure } from '../call/failure.ts';
import { fieldKey, fieldOf } from '../read/fields.ts';

/** What a column of labels can be called on the command line. */
export const labelFields = ['call_id', 'turn', 'labels', 'criterion', 'outcome'] as const;
export type LabelField = (typeof labelFields)[number];

export type LabelKind = 'turns' | 'outcomes' | 'grades';

export interface LabelColumns {
  readonly kind: LabelKind;
  /** Field to the column's index. */
  readonly at: Readonly<Partial<Record<LabelField, number>>>;
  /** The columns that have no other meaning: where grades may stand. */
  readonly others: readonly number[];
}

const names: Readonly<Record<LabelField, string>> = {
  call_id:
    'call callid id conversation dialogue dialog 通话 通話 会话 會話 对话 對話 录音 錄音 案例 通话录音 通話錄音',
  turn: 'turn 轮 輪 轮次 輪次 话轮 話輪 句号 句號',
  labels:
    'labels label moments moment tags tag annotation annotations codes 标签 標籤 标注 標註 标记 標記 时刻 時刻 类别 類別',
  criterion:
    'criterion criteria rule item question 标准 標準 质检项 質檢項 质检项目 質檢項目 指标 指標 考核项 考核項 评分项 評分項 规则 規則',
  outcome:
    'outcome outcomes result verdict judgement judgment rating 结果 結果 判定 结论 結論 评定 評定 质检结果 質檢結果',
};

const byName = new Map<string, LabelField>();
for (const field of labelFields) {
  byName.set(fieldKey(field), field);
  for (const word of names[field].split(' ')) byName.set(word, field);
}

/** Columns that count or number something and grade nothing. */
const noGrades = new Set(
  'graders grader raters rater judges n count 评分人数 評分人數 评审人数 評審人數 人数 人數'.split(' '),
);

function meaningOf(header: string): LabelField | undefined {
  const own = byName.get(fieldKey(header));
  if (own !== undefined) return own;
  const field = fieldOf(header)?.field;
  return field === 'id' || field === 'sourceId' || field === 'rowId'
    ? 'call_id'
    : field === 'ordinal' || field === 'turn'
      ? 'turn'
      : undefined;
}

/**
 * The meaning of each column.
 *
 * @param named field to header, as the user said; it wins over the header's own names
 * @throws {Failure} `labels-columns`, which names the headers found, where they make no kind of labels
 */
export function labelColumns(
  header: readonly string[],
  named: Readonly<Record<string, string>>,
  file: string,
): LabelColumns {
  const at: Partial<Record<LabelField, number>> = {};
  for (const [name, title] of Object.entries(named)) {
    const field = labelFields.find((each) => fieldKey(each) === fieldKey(name));
    const index = header.findIndex((other) => fieldKey(other) === fieldKey(title));
    if (field === undefined || index < 0) {
      const wrong = field === undefined ? `there is no field "${name}"` : `there is no column "${title}"`;
      throw new Failure(`--columns: ${wrong}; the headers are ${header.join(', ')}`, {
        code: 'labels-columns',
        file,
        line: 1,
        hint: `Fields are ${labelFields.join(', ')}; write --columns call_id=通话,turn=轮次.`,
      });
    }
    at[field] = index;
  }
  const taken = new Set(Object.values(at));
  for (const [index, title] of header.entries()) {
    const field = taken.has(index) ? undefined : meaningOf(title);
    if (field !== undefined && at[field] === undefined) at[field] = index;
  }
  const used = new Set(Object.values(at));
  const others = [...header.keys()].filter(
    (index) => !used.has(index) && !noGrades.has(fieldKey(header[index]!)),
  );
  const has = (...fields: readonly LabelField[]): boolean => fields.every((field) => at[field] !== undefined);
  if (has('call_id', 'turn', 'labels')) return { kind: 'turns', at, others };
  if (has('call_id', 'criterion', 'outcome')) return { kind: 'outcomes', at, others };
  if (has('call_id') && !has('turn') && !has('criterion')) {
    // A column called "rating" or 结果 may well be a grade.
    const free = [at.labels, at.outcome].filter((index) => index !== undefined);
    if (others.length + free.length > 0) {
      return {
        kind: 'grades',
        at: { call_id: at.call_id! },
        others: [...others, ...free].sort((a, b) => a - b),
      };
    }
  }
  throw new Failure(`these headers make no labels: ${header.join(', ')}`, {
    code: 'labels-columns',
    file,
    line: 1,
    hint: 'Labels are call_id, turn, labels; or call_id, criterion, outcome; or call_id and grades. Say what is what with --columns call_id=通话,turn=轮次.',
  });
}
