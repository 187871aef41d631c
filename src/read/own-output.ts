/** Tells what this tool wrote from what it reads, by the beginning of a text. */
import { Failure } from '../call/failure.ts';
import { isRecord } from '../call/is-record.ts';
import { delimiterOf } from './columns.ts';
import { tableHead } from './csv-rows.ts';
import { scanJson } from './json-scan.ts';
import { defaultLimits } from './limits.ts';

/** Each table is told by some of its columns, so that more of them, or another order, change nothing. */
const tables: readonly (readonly string[])[] = [
  ['id', 'source', 'score', 'grade', 'coverage', 'without_auto_fail'],
  ['id', 'source', 'criterion', 'severity', 'points_lost'],
  ['call', 'source', 'score', 'verdict', 'drawn_as'],
];

/** How reports in plain text and in Markdown begin, in each language. */
const openings: readonly RegExp[] = [
  // A table of calls, below what Markdown says of them together.
  /^(?:Call +Score +Grade +Verdict\b|通话 +得分 +等级 +结论|通話 +評分 +等級 +結論)/u,
  /^# (?:Calls|通话评分|通話評分)\n\n[^\n]*\n\n\| (?:Call|通话|通話) \| (?:Score|得分|評分) \| /u,
  // One case.
  /^(?:# )?(?:Adjudication report\n\n(?:## )?1\\?\. Verdict\n|投诉定责报告\n\n(?:## )?一、定责结论\n|客訴定責報告\n\n(?:## )?一、定責結論\n)/u,
  // A sample.
  /^(?:\d+ of \d+ calls? for review|从 \d+ 通中抽取 \d+ 通供人工复核|從 \d+ 通中抽取 \d+ 通供人工複核)\n\n(?:Call|通话|通話) +/u,
];

/** The page's mark, and the digest before each line of a journal. */
const page = /^<!doctype html>[^]{0,1000}<meta name="generator" content="callqa"\/>/iu;
const journal = /^[\da-f]{16} \{"schema":"callqa\//u;

/**
 * What of this tool's outputs a text is, to stand behind “it is”: a report, results, a sample, a journal. A transcript,
 * converted or not, is none, nor is one that holds a result beside its turns.
 *
 * @param text its beginning, with the first line whole
 */
export function ownOutput(text: string): string | undefined {
  const begun = text.trimStart();
  if (begun.startsWith('{') || begun.startsWith('[')) return ownJson(begun);
  if (page.test(begun)) return 'a page that callqa wrote';
  if (journal.test(begun)) return 'the journal of a run of callqa';
  const lines = begun.slice(0, 2000).replaceAll('\r\n', '\n');
  if (openings.some((opening) => opening.test(lines))) return 'a report that callqa wrote';
  if (!begun.slice(0, 1000).includes('source')) return undefined;
  const { head } = tableHead(begun);
  const titles = head.split(delimiterOf(head) ?? ',').map((title) => title.trim().replace(/^"(.*)"$/u, '$1'));
  return tables.some((columns) => columns.every((column) => titles.includes(column)))
    ? 'a table that callqa wrote'
    : undefined;
}

/**
 * The failure of an own output among what is read; the warning where nobody named it.
 * @param own what it is, as `ownOutput` tells it
 */
export function ownOutputRead(file: string, own: string, isFound: boolean): Failure {
  return new Failure(isFound ? `passed over: it is ${own}` : `this is no transcript: it is ${own}`, {
    code: 'own-output',
    file,
    hint: isFound
      ? 'Reports are better kept apart from transcripts.'
      : 'Name the transcripts that it was made of.',
  });
}

/** How JSON begins that nobody has put in another order. */
const opening =
  /^(?:\[\s*)?\{\s*(?:"(?:results|errors)"\s*:\s*\[\s*\{\s*)?"schema"\s*:\s*"(callqa\/[^"\s]{1,40})"/u;

/** Nothing is parsed but where the words are there: in a string their quotes would be escaped. */
function ownJson(text: string): string | undefined {
  if (!/"schema"\s*:\s*"callqa\//u.test(text) && !/"sample"\s*:\s*\[/u.test(text)) return undefined;
  const begins = opening.exec(text)?.[1];
  const value = begins === undefined ? valueOf(text) : undefined;
  const schema = begins ?? schemaOf(value);
  if (schema !== undefined) return `a result that callqa wrote (${schema})`;
  return isSample(value) ? 'a sample that callqa drew' : undefined;
}

/** The value of a text, of its first line, or of what a cut one has left. */
function valueOf(text: string): unknown {
  for (const part of [text, text.split('\n', 1)[0]!]) {
    try {
      return JSON.parse(part);
    } catch {
      // Another way is left.
    }
  }
  const { items, rest } = scanJson(text, defaultLimits.nesting);
  try {
    const [first] = items ?? [];
    return JSON.parse(first === undefined ? (rest?.json ?? 'null') : text.slice(first.start, first.end));
  } catch {
    return undefined;
  }
}

function schemaOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.length === 0 ? undefined : schemaOf(value[0]);
  if (!isRecord(value)) return undefined;
  const { schema, results, errors } = value;
  if (typeof schema === 'string') return schema.startsWith('callqa/') ? schema : undefined;
  for (const list of [results, errors]) {
    const [first]: readonly unknown[] = Array.isArray(list) ? list : [];
    const inner = isRecord(first) ? first['schema'] : undefined;
    if (typeof inner === 'string' && inner.startsWith('callqa/')) return inner;
  }
  return undefined;
}

function isSample(value: unknown): boolean {
  return isRecord(value) && typeof value['calls'] === 'number' && Array.isArray(value['sample']);
}
