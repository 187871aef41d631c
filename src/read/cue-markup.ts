/** The markup inside a cue: voices, timestamps, tags and character references. */
import type { Word } from '../call/call.ts';
import { cueTime, type Cue } from './cues.ts';

/** What one voice says in a cue, without markup; its lines are kept apart. */
export interface VoicePiece {
  /** The name in its voice tag, as it was written. */
  readonly voice?: string;
  readonly text: string;
  /** Where timestamps stand in the text: what stands between them, with its time. */
  readonly words?: readonly Word[];
}

/**
 * The tags of WebVTT and of the HTML that SRT files carry, a timestamp, and the position codes of old subtitles.
 * Anything else in pointed brackets is text, such as `<unk>`.
 */
const markup =
  /<(\/?)(v|c|i|b|u|s|font|span|ruby|rt|lang|br)((?:\.[^\s<>]*)?)(?:[ \t\n]+([^<>]*?))?\s*\/?>|<(\d[\d:.]*)>|\{\\[^{}]*\}/giu;

const references = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
]);

function characterOf(code: number, written: string): string {
  return code > 0 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : written;
}

/** Text with its character references, such as `&amp;` and `&#39;`, replaced. */
function plain(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:([a-z]{2,4})|#(\d{1,7})|#x([\da-f]{1,6}));/giu,
    (written, name?: string, decimal?: string, hexadecimal?: string) => {
      if (name !== undefined) return references.get(name.toLowerCase()) ?? written;
      return characterOf(decimal === undefined ? parseInt(hexadecimal!, 16) : Number(decimal), written);
    },
  );
}

interface Segment {
  readonly start: number | undefined;
  text: string;
}

function wordsOf(segments: readonly Segment[], end: number | undefined): readonly Word[] | undefined {
  if (segments.length < 2) return undefined;
  const words: Word[] = [];
  for (const [index, { start, text }] of segments.entries()) {
    const word = text.trim();
    const next = segments[index + 1]?.start ?? (index === segments.length - 1 ? end : undefined);
    if (word === '') continue;
    words.push({
      text: word,
      ...(start === undefined ? {} : { start }),
      ...(next === undefined || start === undefined || next < start ? {} : { end: next }),
    });
  }
  return words;
}

/** The pieces of a cue, in order; those without any text and without a voice are left out. */
export function voicesOf({ payload, start, end }: Cue): readonly VoicePiece[] {
  const text = payload.join('\n');
  const pieces: VoicePiece[] = [];
  let voice: string | undefined;
  let segments: Segment[] = [{ start, text: '' }];
  let from = 0;
  const put = (written: string): void => {
    segments.at(-1)!.text += plain(written);
  };
  const flush = (): void => {
    const whole = segments.map(({ text }) => text).join('');
    const words = wordsOf(segments, end);
    segments = [{ start: segments.at(-1)!.start, text: '' }];
    if (whole.trim() === '' && voice === undefined) return;
    pieces.push({
      ...(voice === undefined ? {} : { voice }),
      text: whole,
      ...(words === undefined ? {} : { words }),
    });
  };
  for (const found of text.matchAll(markup)) {
    const [written, closes, tag, , annotation, at] = found;
    const name = tag?.toLowerCase();
    const time = at === undefined ? undefined : cueTime(at);
    if (at !== undefined && time === undefined) continue;
    put(text.slice(from, found.index));
    from = found.index + written.length;
    if (time !== undefined) segments.push({ start: time, text: '' });
    else if (name === 'br') put('\n');
    else if (name === 'v') {
      flush();
      const spoken =
        closes === ''
          ? plain(annotation ?? '')
              .replaceAll(/\s+/gu, ' ')
              .trim()
          : '';
      voice = spoken === '' ? undefined : spoken;
    }
  }
  put(text.slice(from));
  flush();
  return pieces;
}
