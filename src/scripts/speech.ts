/** Who says what: cuts a text at its labels (`Agent:`, `客服：`, `Don't say:`) into what each of them says. */
import type { Speaker } from '../call/call.ts';
import { labelReader, type LabelReader } from '../read/labels.ts';
import { cutLine } from '../read/lines.ts';
import { teachingOf, teachingSign, teachingTitle } from './counter-example.ts';
import type { ScriptPiece } from './document.ts';
import { sliceMapped, softBreak, type MappedText } from './mapped-text.ts';
import { mentionsOf } from './mentions.ts';
import { placeholdersOf, type Placeholder } from './placeholders.ts';

/** Whose words these are, and why they are not judged. */
export interface Voice {
  readonly speaker: 'agent' | 'customer';
  readonly exempt?: string;
}

/** What a label says of the words behind it: a part of a voice; an empty `exempt` takes an exemption off. */
export type VoiceChange = Partial<Voice>;

/** Knows labels, headings, keys and columns. */
export interface VoiceReader {
  readonly labelOf: LabelReader;
  /** What a label changes; undefined for what is no label. */
  readonly changeOf: (label: string) => VoiceChange | undefined;
}

/** Words that scripts have before what is said, beside those of transcripts. */
const ownLabels: readonly (readonly [labels: string, speaker: Speaker])[] = [
  [
    'q|question|customer question|customer says|customer asks|问|問|提问|提問|客户问|客戶問|客户说|客戶說|用户问|用戶問|客户问题|客戶問題|用户问题|用戶問題',
    'customer',
  ],
  [
    'a|answer|reply|response|script|agent says|agent reply|suggested reply|you|say|答|回答|答复|答覆|回复|回覆|话术|話術|参考话术|參考話術|客服话术|客服話術|客服答|客服说|客服說|客服回复|客服回覆',
    'agent',
  ],
];

/** @param speakers the user's own labels, which win over the tables. */
export function voiceReader(speakers: ReadonlyMap<string, Speaker> = new Map()): VoiceReader {
  const own = ownLabels.flatMap(([labels, speaker]) =>
    labels.split('|').map((label) => [label, speaker] as const),
  );
  const labelOf = labelReader(new Map([...own, ...speakers]));
  const read = (label: string): VoiceChange | undefined => {
    const speaker = labelOf(label)?.speaker;
    const teaching = teachingOf(label);
    if (speaker === undefined && teaching === undefined) return undefined;
    return {
      ...(speaker === undefined ? {} : { speaker: speaker === 'customer' ? 'customer' : 'agent' }),
      ...(teaching === undefined
        ? {}
        : { exempt: teaching === 'bad' ? label.trim().replace(/\s*[:：]$/u, '') : '' }),
    };
  };
  const known = new Map<string, VoiceChange | undefined>();
  return {
    labelOf,
    changeOf: (label) => {
      if (known.has(label)) return known.get(label);
      const change = read(label);
      // Candidates from running text are many and never come again.
      if (known.size < 10_000) known.set(label, change);
      return change;
    },
  };
}

/** A voice with a change. */
export function changeVoice(voice: Voice, change: VoiceChange): Voice {
  const exempt = change.exempt ?? voice.exempt ?? '';
  return { speaker: change.speaker ?? voice.speaker, ...(exempt === '' ? {} : { exempt }) };
}

export interface Speech {
  readonly parts: readonly { readonly voice: Voice; readonly text: MappedText }[];
  /** The change of a label at the end with nothing behind it: it speaks of what comes next. */
  readonly pending?: VoiceChange;
}

/** Most lines have no sign of a label, and need no closer look. */
const mayBeLabelled = /[:：[【［〔(（<✗✘✖×❌❎🚫⛔👎✓✔✅☑√⭕👍]|\d/u;
const lineBreak = new RegExp(`[\\n${softBreak}]`, 'u');

/** Cuts a text into its labelled parts; without a label it is one part, in the voice that is handed in. */
export function cutSpeech(text: MappedText, voice: Voice, { labelOf, changeOf }: VoiceReader): Speech {
  const starts: { at: number; change: VoiceChange; voice: Voice }[] = [{ at: 0, change: {}, voice }];
  const isLabel = (label: string): boolean => changeOf(label) !== undefined;
  const cuts: number[] = [];
  let from = 0;
  for (const line of text.text.split(lineBreak)) {
    const title = teachingTitle(line);
    if (title !== undefined) {
      const change: VoiceChange = { exempt: title.teaching === 'bad' ? title.name : '' };
      cuts.push(from);
      starts.push({ at: from + line.length, change, voice: changeVoice(voice, change) });
    } else if (mayBeLabelled.test(line)) {
      const sign = teachingSign(line);
      const rest = line.slice(sign?.length ?? 0);
      const cut = cutLine(rest, isLabel, labelOf);
      const ofLabel = cut.label === undefined ? undefined : changeOf(cut.label);
      if (sign !== undefined || ofLabel !== undefined) {
        const change: VoiceChange = {
          ...(sign === undefined ? {} : { exempt: sign.teaching === 'bad' ? sign.name : '' }),
          ...ofLabel,
        };
        // What is said is the end of its line, whatever was cut off before it.
        const said = ofLabel === undefined ? rest.trimStart() : cut.text;
        const at = from + (ofLabel === undefined ? line.length : line.trimEnd().length) - said.length;
        cuts.push(from);
        starts.push({ at, change, voice: changeVoice(voice, change) });
      }
    }
    from += line.length + 1;
  }
  cuts.push(text.text.length);
  const parts = starts.flatMap(({ at, voice }, index) => {
    const part = trimMapped(text, at, cuts[index]!);
    return part === undefined ? [] : [{ voice, text: part }];
  });
  const last = starts.at(-1)!;
  const isOpen = starts.length > 1 && text.text.slice(last.at).trim() === '';
  return { parts, ...(isOpen ? { pending: last.change } : {}) };
}

/** What a line of a list begins with: a bullet, or a number such as `1.`, `2)` and `3、`. */
const listMarker = /^\s*(?:[-*+•·●▪◦]\s+|[(（]?\d{1,3}(?:[.)]\s+|[、）．]\s*))(?=\D)/u;

type Part = Speech['parts'][number];

/** A part line by line, without the markers of lists, for texts whose lines are said one by one. */
export function linesOfPart({
  voice,
  text,
}: Part): readonly (Part & { readonly order: 'bullets' | 'numbers' | 'lines' })[] {
  let from = 0;
  return text.text.split('\n').flatMap((line) => {
    const marker = listMarker.exec(line)?.[0] ?? '';
    const own = trimMapped(text, from + marker.length, from + line.length);
    from += line.length + 1;
    const order = marker === '' ? 'lines' : /\d/u.test(marker) ? 'numbers' : 'bullets';
    return own === undefined ? [] : [{ voice, text: own, order }];
  });
}

/** Without the space around it; undefined where nothing is left that could be said. */
function trimMapped(text: MappedText, start: number, end: number): MappedText | undefined {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.text[from]!)) from++;
  while (to > from && /\s/u.test(text.text[to - 1]!)) to--;
  if (!/[\p{L}\p{N}]/u.test(text.text.slice(from, to))) return undefined;
  return from === 0 && to === text.text.length ? text : sliceMapped(text, from, to);
}

/** The piece that a part of a speech is. */
export function pieceOf(
  { voice, text }: Speech['parts'][number],
  rest: Pick<ScriptPiece, 'script'> & Partial<Pick<ScriptPiece, 'place' | 'form' | 'openedOn' | 'slot'>>,
  isSkipped?: (offset: number) => boolean,
): ScriptPiece {
  const said = text.text.replaceAll(softBreak, ' ');
  const skipped = [...mentionsOf(said), ...(isSkipped === undefined ? [] : runsOf(text, isSkipped))];
  return {
    ...voice,
    text: said,
    offsets: text.offsets,
    ...(text.widths.size === 0 ? {} : { widths: text.widths }),
    placeholders: withSkipped(said, skipped),
    ...rest,
  };
}

/** The placeholders, and what is none but is not said either: code in a line, words that are named and not said. */
function withSkipped(
  said: string,
  skipped: readonly { readonly start: number; readonly end: number }[],
): readonly Placeholder[] {
  const found = placeholdersOf(said);
  if (skipped.length === 0) return found;
  const spans = skipped.map(({ start, end }) => ({ start, end, name: said.slice(start, end) }));
  const kept = found.filter(
    ({ start, end }) => !spans.some((other) => other.start < end && start < other.end),
  );
  return [...kept, ...spans].sort((a, b) => a.start - b.start);
}

function runsOf(
  { text, offsets }: MappedText,
  isSkipped: (offset: number) => boolean,
): readonly { readonly start: number; readonly end: number }[] {
  const runs: { readonly start: number; readonly end: number }[] = [];
  for (let start = 0; start < text.length; start++) {
    if (!isSkipped(offsets[start]!)) continue;
    let end = start + 1;
    while (end < text.length && isSkipped(offsets[end]!)) end++;
    runs.push({ start, end });
    start = end;
  }
  return runs;
}
