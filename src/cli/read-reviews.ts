/** Reads a table of human reviews: a person's word on criteria of calls, and the agent's statement. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from '../call/failure.ts';
import { decodeBytes } from '../read/bytes.ts';
import { delimiterOf } from '../read/columns.ts';
import { unreadable } from '../read/sources.ts';
import type { Review } from '../result/result.ts';
import type { Io } from './io.ts';

type Field = 'call' | 'criterion' | 'decision' | 'reviewer' | 'reason' | 'date';

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
 * date. Rows of other calls are passed over; a row without a call is about this one.
 *
 * @throws {Failure} `reviews-columns`, `reviews-row`, `input-not-found`, `not-utf8`
 */
export async function readReviews(
  path: string,
  callId: string,
  criterionIds: ReadonlySet<string>,
  io: Io,
): Promise<ReviewsRead> {
  const { parse } = await import('csv-parse/sync');
  const bytes = bytesOf(path, io);
  const text = decodeBytes(bytes, path);
  const delimiter = delimiterOf(/^[\r\n]*([^\r\n]*)/u.exec(text)?.[1] ?? '') ?? ',';
  const rows = parse(text, {
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
  }) as unknown as readonly {
    readonly record: readonly string[];
    readonly info: { readonly lines: number };
  }[];
  const [head, ...body] = rows;
  const at = new Map<Field, number>();
  for (const [index, title] of (head?.record ?? []).entries()) {
    const field = find(headers, title);
    if (field !== undefined && !at.has(field)) at.set(field, index);
  }
  if (!at.has('criterion') || !at.has('decision')) {
    throw new Failure('this table has no columns for criterion and decision', {
      code: 'reviews-columns',
      file: path,
      line: 1,
      hint: 'Write a header such as call,criterion,decision,reviewer,reason,date.',
    });
  }
  const reviews: Review[] = [];
  const statements: string[] = [];
  for (const { record, info } of body) {
    const cell = (field: Field): string => (record[at.get(field) ?? -1] ?? '').trim();
    if (cell('call') !== '' && cell('call') !== callId) continue;
    const decision = find(decisions, cell('decision'));
    const criterion = cell('criterion');
    if (decision === undefined || (decision !== 'statement' && !criterionIds.has(criterion))) {
      throw new Failure(
        decision === undefined
          ? `“${cell('decision')}” is no decision`
          : `there is no criterion “${criterion}”`,
        {
          code: 'reviews-row',
          file: path,
          line: info.lines,
          hint:
            decision === undefined
              ? 'Decisions are met, not-met, not-applicable and statement.'
              : 'Run `callqa rules list` to see the criteria.',
        },
      );
    }
    if (decision === 'statement') statements.push(cell('reason'));
    else
      reviews.push({
        criterion,
        decision,
        ...said({ reviewer: cell('reviewer'), reason: cell('reason'), date: cell('date') }),
      });
  }
  return {
    reviews,
    ...(statements.length === 0 ? {} : { statement: statements.join('\n') }),
    source: { source: path, sha256: createHash('sha256').update(bytes).digest('hex') },
  };
}

/** Without what is empty. */
function said(cells: Readonly<Record<'reviewer' | 'reason' | 'date', string>>): Partial<typeof cells> {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== ''));
}

function bytesOf(path: string, io: Io): Uint8Array {
  try {
    return readFileSync(resolve(io.cwd, path));
  } catch (error) {
    throw unreadable(error, path);
  }
}
