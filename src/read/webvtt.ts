/**
 * WebVTT (https://www.w3.org/TR/webvtt1/, sections 4 and 6), as Zoom, Teams, Stream and recognisers write it: voice tags
 * with or without an end tag, `Name: …`, `[Name]` and `(Name)` in the text, dialogue dashes, several speakers in a cue,
 * timestamps inside a cue. Comments, styles and regions are skipped, but for what Stream puts into comments: the
 * language and the confidence of the cue below.
 */
import type { Failure } from '../call/failure.ts';
import { badTimes, callOfCues } from './cue-call.ts';
import { cueTimes, isTiming, type Cue } from './cues.ts';
import { metadataOf } from './metadata.ts';
import type { ReadCall, Reading } from './reading.ts';

const headerLine = /^([A-Za-z][\w -]{0,30}?)\s*:\s*(\S.*)$/u;
/** Header lines that say nothing of a call. */
const ofFile = new Set(['kind', 'charset', 'encoding']);

interface Parsed {
  readonly header: readonly (readonly [name: string, value: string])[];
  readonly cues: readonly Cue[];
  /** Lines of times that cannot be read. */
  readonly bad: readonly number[];
}

function parse(text: string): Parsed {
  const lines = text.split(/\r\n|\r|\n/u);
  const header: [string, string][] = [];
  const cues: Cue[] = [];
  const bad: number[] = [];
  let confidence: number | undefined;
  let at = 0;
  const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';
  /** The lines up to an empty one or the next line of times. */
  const takeBlock = (): string[] => {
    const block: string[] = [];
    for (; at < lines.length && !isBlank(lines[at]) && !isTiming(lines[at]!, false); at++)
      block.push(lines[at]!);
    return block;
  };

  if (lines[0]?.startsWith('WEBVTT') === true) {
    at = 1;
    for (const line of takeBlock()) {
      const named = headerLine.exec(line);
      if (named !== null && !ofFile.has(named[1]!.toLowerCase())) header.push([named[1]!, named[2]!.trim()]);
    }
  }
  while (at < lines.length) {
    const line = lines[at]!;
    if (isBlank(line)) {
      at++;
    } else if (isTiming(line, true)) {
      const times = cueTimes(line);
      if (times?.end === undefined) bad.push(at + 1);
      const place = { line: at + 1, ...times, ...(confidence === undefined ? {} : { confidence }) };
      confidence = undefined;
      at++;
      const payload = takeBlock();
      // A line of times right below the text has its identifier in the text's last line.
      if (payload.length > 1 && isTiming(lines[at] ?? '', false) && /^\d+$/u.test(payload.at(-1)!.trim()))
        payload.pop();
      cues.push({ ...place, payload });
    } else if (/^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/u.test(line)) {
      const note = takeBlock().join('\n');
      const said = /^NOTE\s+(confidence|language)\s*:\s*(\S+)\s*$/iu.exec(note);
      const value = Number(said?.[2]);
      if (said?.[1]?.toLowerCase() === 'language') header.push(['language', said[2]!]);
      else if (said !== null && value >= 0 && value <= 1) confidence = value;
    } else if (isTiming(lines[at + 1] ?? '', true)) {
      // The identifier of the cue below.
      at++;
    } else {
      const stray = { line: at + 1, payload: takeBlock() };
      const last = cues.pop();
      const isNumber = stray.payload.length === 1 && /^\d+$/u.test(line.trim());
      // An empty line inside a cue ends it for the standard, and not for whoever wrote it.
      if (last === undefined) cues.push(stray);
      else cues.push(isNumber ? last : { ...last, payload: [...last.payload, ...stray.payload] });
    }
  }
  return { header, cues, bad };
}

/**
 * Reads one call from WebVTT: a turn for each speaker of each cue, in the order of the file. A cue whose times cannot
 * be read is a Failure `cue-time` with its line, and keeps its words.
 * @throws Failure `input-empty` where it holds no words.
 */
export function* readWebvtt(text: string, reading: Reading): Generator<ReadCall | Failure> {
  const { header, cues, bad } = parse(text);
  for (const line of bad) yield badTimes(reading.file, line);
  yield callOfCues(cues, metadataOf(new Map(header)), reading);
}
