/** Reads a table of human reviews: a person's word on criteria of calls, and the agent's statement. */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { Failure } from '../call/failure.ts';
import { decodeBytes } from '../read/bytes.ts';
import { tableRows } from '../read/csv-rows.ts';
import type { Review } from '../result/result.ts';
import type { Io } from './io.ts';
import { readInput } from './read-input.ts';

type Field = 'call' | 'criterion' | 'decision' | 'reviewer' | 'reason' | 'date';

/** What each column may be called, the surest name first: a table may have two that mean the same. */
const headers: Readonly<Record<Field, string>> = {
  call: 'call callid id 通话 通話 录音 錄音 通话编号 通話編號',
  criterion: 'criterion item rule 标准 標準 质检项 質檢項 评分项 評分項 指标 指標',
  decision: 'decision outcome result 决定 決定 结论 結論 判定 复核结果 複核結果 覆核結果',
  reviewer: 'reviewer by person 复核人 複核人 覆核人 审核人 審核人',
  reason: 'reason comment why statement 理由 原因 说明 說明 备注 備註',
  date: 'date at day 日期 时间 時間',
};

const decisions: Readonly<Record<Review['decision'] | 'statement', string>> = {
  met: 'met pass yes ok 达标 達標 合格 通过 通過 是 符合',
  'not-met': 'notmet unmet fail no 未达标 未達標 不达标 不達標 不合格 否 不符合',
  'not-applicable': 'notapplicable na n/a 不适用 不適用',
  statement: 'statement appeal 陈述 陳述 申诉 申訴 员工陈述 員工陳述 坐席陈述 客服陳述',
};

const plain = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, '');

function find<Key extends string>(table: Readonly<Record<Key, string>>, word: string): Key | undefined {
  return (Object.keys(table) as Key[]).find((key) => table[key].split(' ').includes(plain(word)));
}

/** Where each field stands. */
function columnsOf(header: readonly string[]): ReadonlyMap<Field, number> {
  const titles = header.map(plain);
  return new Map(
    (Object.keys(headers) as Field[]).flatMap((field): readonly (readonly [Field, number])[] => {
      const name = headers[field].split(' ').find((word) => titles.includes(word));
      return name === undefined ? [] : [[field, titles.indexOf(name)]];
    }),
  );
}

export interface ReviewsRead {
  /** On one call, in the order of the file. */
  readonly reviews: readonly Review[];
  /** The agent's statement on it. */
  readonly statement?: string;
  readonly source: { readonly source: string; readonly sha256: string };
}

/**
 * The reviews of one call. Columns, in any order and in either language: call, criterion, decision (met, not-met,
 * not-applicable, or `statement` for the words of the agent, which stand under reason), and, if wanted, reviewer, reason,
 * date. Rows of other calls are passed over; a row without a call is about this one. A row that nobody has filled in, as
 * `sample --format csv` makes them, is none.
 *
 * @throws {Failure} `reviews-columns`, `reviews-row`, `csv-quote`, `input-not-found`, `not-utf8`
 */
export async function readReviews(
  path: string,
  callId: string,
  criterionIds: ReadonlySet<string>,
  io: Io,
): Promise<ReviewsRead> {
  const bytes = readInput(resolve(io.cwd, path), path);
  const [head, ...body] = await tableRows(decodeBytes(bytes, path), path);
  const at = columnsOf(head?.cells ?? []);
  if (!at.has('criterion') || !at.has('decision')) {
    throw new Failure('this table has no columns for criterion and decision', {
      code: 'reviews-columns',
      file: path,
      line: head?.line ?? 1,
      hint: 'Write a header such as call,criterion,decision,reviewer,reason,date.',
    });
  }
  const reviews: Review[] = [];
  const statements: string[] = [];
  for (const { cells, line } of body) {
    const cell = (field: Field): string => (cells[at.get(field) ?? -1] ?? '').trim();
    if (cell('call') !== '' && cell('call') !== callId) continue;
    if ((['decision', 'reviewer', 'reason'] as const).every((field) => cell(field) === '')) continue;
    const decision = find(decisions, cell('decision'));
    const criterion = cell('criterion');
    const fault = rowFault(cell('decision'), decision, criterion, criterionIds);
    if (fault !== undefined) {
      const [message, hint] = fault;
      throw new Failure(message, { code: 'reviews-row', file: path, line, hint });
    }
    if (decision === 'statement') statements.push(cell('reason'));
    else
      reviews.push({
        criterion,
        decision: decision!,
        ...said({ reviewer: cell('reviewer'), reason: cell('reason'), date: cell('date') }),
      });
  }
  return {
    reviews,
    ...(statements.length === 0 ? {} : { statement: statements.join('\n') }),
    source: { source: path, sha256: createHash('sha256').update(bytes).digest('hex') },
  };
}

/** What is wrong with a row, and what to do about it. */
function rowFault(
  written: string,
  decision: keyof typeof decisions | undefined,
  criterion: string,
  criterionIds: ReadonlySet<string>,
): readonly [message: string, hint: string] | undefined {
  if (decision === undefined) {
    return [
      written === '' ? 'this row has no decision' : `“${written}” is no decision`,
      'Decisions are met, not-met, not-applicable and statement.',
    ];
  }
  if (decision === 'statement' || criterionIds.has(criterion)) return undefined;
  const see = 'Run `callqa rules list` to see the criteria.';
  return criterion === ''
    ? ['this row has a decision and no criterion', `Write the id of the criterion that was decided. ${see}`]
    : [`there is no criterion “${criterion}”`, see];
}

/** Without what is empty. */
function said(cells: Readonly<Record<'reviewer' | 'reason' | 'date', string>>): Partial<typeof cells> {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== ''));
}
