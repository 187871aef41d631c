/**
 * SubRip, which has no standard but the files there are: numbered cues, times with a comma or a point, `Name: …`,
 * `[Name]` and `(Name)` in the text, dialogue dashes, a little HTML.
 */
import type { Failure } from '../call/failure.ts';
import { badTimes, callOfCues } from './cue-call.ts';
import { cueTimes, isTiming, type Cue } from './cues.ts';
import type { ReadCall, Reading } from './reading.ts';

const isNumber = (line: string | undefined): boolean => line !== undefined && /^\s*\d+\s*$/u.test(line);
const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

function parse(text: string): { readonly cues: readonly Cue[]; readonly bad: readonly number[] } {
  const lines = text.split(/\r\n|\r|\n/u);
  const bad: number[] = [];
  const starts = lines.flatMap((line, at) =>
    isTiming(line, isBlank(lines[at - 1]) || isNumber(lines[at - 1])) ? [at] : [],
  );
  const first = starts[0] ?? lines.length;
  const isNumbered = isNumber(lines[first - 1]);
  /** Where the lines end that stand before the times at `at`, without their number and the empty line above it. */
  const endBefore = (at: number): number => {
    let end = at;
    if (isNumber(lines[end - 1]) && (isBlank(lines[end - 2]) || isNumbered)) end--;
    return end;
  };
  const cues: Cue[] = [];
  const head = lines.slice(0, endBefore(first));
  if (!head.every(isBlank)) cues.push({ line: 1, payload: head });
  for (const [index, at] of starts.entries()) {
    const times = cueTimes(lines[at]!);
    if (times?.end === undefined) bad.push(at + 1);
    const next = starts[index + 1];
    const end = next === undefined ? lines.length : Math.max(at + 1, endBefore(next));
    cues.push({ line: at + 1, ...times, payload: lines.slice(at + 1, end) });
  }
  return { cues, bad };
}

/**
 * Reads one call from SRT: a turn for each speaker of each cue, in the order of the file. A cue whose times cannot be
 * read is a Failure `cue-time` with its line, and keeps its words.
 * @throws Failure `input-empty` where it holds no words.
 */
export function* readSrt(text: string, reading: Reading): Generator<ReadCall | Failure> {
  const { cues, bad } = parse(text);
  for (const line of bad) yield badTimes(reading.file, line);
  yield callOfCues(cues, {}, reading);
}
