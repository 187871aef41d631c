/** The text of a string of YAML, of whatever style, with each code unit's place. */
import { Scalar } from 'yaml';
import type { StringForm } from '../document.ts';
import {
  mapPlain,
  mappedTextBuilder,
  softBreak,
  type MappedText,
  type MappedTextBuilder,
} from '../mapped-text.ts';

/** How a scalar is written. */
export function yamlForm({ type }: Scalar): StringForm {
  switch (type) {
    case Scalar.QUOTE_SINGLE:
      return 'yaml-single';
    case Scalar.QUOTE_DOUBLE:
      return 'yaml-double';
    case Scalar.BLOCK_LITERAL:
      return 'yaml-literal';
    case Scalar.BLOCK_FOLDED:
      return 'yaml-folded';
    default:
      return 'yaml-plain';
  }
}

/** Undoes quotes, escapes, folds and indentation. Lines that YAML folds into one are set apart by soft breaks. */
export function mapYamlString(source: string, scalar: Scalar): MappedText {
  const [start, end] = scalar.range!;
  const written = source.slice(start, end);
  const value = String(scalar.value);
  const form = yamlForm(scalar);
  if (form === 'yaml-plain' && written === value) return mapPlain(value, start);
  const isBlock = form === 'yaml-literal' || form === 'yaml-folded';
  const read = isBlock
    ? blockText(written, start, value, form === 'yaml-folded')
    : flowText(written, start, form);
  const undone = read.text.replaceAll(softBreak, ' ');
  if (undone === value) return read;
  // What this undoing cannot follow stands as it was written: nothing is lost and every place is true.
  return mapPlain(written, start);
}

const fold = /[ \t]*\r?\n(?:[ \t]*\r?\n)*[ \t]*/uy;
const escape = /\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|\r?\n[ \t]*|[^\r\n])/uy;

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/** Plain and quoted strings, which fold over lines (YAML 1.2, section 6.5 and 7.3). */
function flowText(written: string, start: number, form: StringForm): MappedText {
  const builder = mappedTextBuilder();
  const isQuoted = form !== 'yaml-plain';
  const end = isQuoted ? written.lastIndexOf(form === 'yaml-double' ? '"' : "'") : written.length;
  for (let at = isQuoted ? 1 : 0; at < end;) {
    fold.lastIndex = at;
    const folded = fold.exec(written)?.[0];
    if (folded !== undefined) {
      const breaks = [...folded.matchAll(/\n/gu)].map(({ index }) => index);
      putBreaks(
        builder,
        breaks.length === 1 ? softBreak : '\n'.repeat(breaks.length - 1),
        start + at,
        folded.length,
      );
      at += folded.length;
      continue;
    }
    const character = written[at]!;
    if (form === 'yaml-single' && character === "'") {
      builder.put("'", start + at, 2);
      at += 2;
      continue;
    }
    if (form === 'yaml-double' && character === '\\') {
      escape.lastIndex = at;
      const [found] = escape.exec(written) ?? [character];
      const code = /^\\[xuU](.+)$/u.exec(found)?.[1];
      const meant =
        code === undefined
          ? /^\\\r?\n/u.test(found)
            ? ''
            : (escapes[found[1] ?? ''] ?? found[1] ?? '')
          : codeText(Number.parseInt(code, 16));
      if (meant !== '') builder.put(meant, start + at, found.length);
      at += found.length;
      continue;
    }
    builder.copy(character, start + at);
    at++;
  }
  return builder.finish(start + end);
}

/** Halves of surrogate pairs come one by one. */
function codeText(code: number): string {
  return code < 0x10000 ? String.fromCharCode(code) : String.fromCodePoint(Math.min(code, 0x10ffff));
}

/** Line breaks that are fewer than were written: the last has the rest of the width. */
function putBreaks(builder: MappedTextBuilder, text: string, at: number, width: number): void {
  for (let index = 0; index < text.length; index++) {
    const isLast = index === text.length - 1;
    builder.put(text[index]!, at + index, isLast ? width - index : 1);
  }
}

interface BlockLine {
  readonly text: string;
  readonly at: number;
}

/** Literal and folded blocks (YAML 1.2, section 8.1). */
function blockText(written: string, start: number, value: string, isFolded: boolean): MappedText {
  const lines: BlockLine[] = [];
  let at = written.indexOf('\n') + 1;
  while (at > 0 && at < written.length) {
    const next = written.indexOf('\n', at);
    const end = next < 0 ? written.length : next;
    lines.push({ text: written.slice(at, end).replace(/\r$/u, ''), at: start + at });
    at = next < 0 ? written.length : next + 1;
  }
  const first = lines.find(({ text }) => text.trim() !== '')?.text ?? '';
  const said = value.replace(/^\n+/u, '');
  let indent = 0;
  while (indent < first.length && first[indent] === ' ' && !said.startsWith(first.slice(indent))) indent++;

  const builder = mappedTextBuilder();
  let left = value.length;
  /** Chomping takes breaks off the end. */
  const put = (character: string, from: number, width: number): void => {
    if (left <= 0) return;
    left--;
    builder.put(character, from, width);
  };
  let before: { readonly end: number; readonly isMore: boolean } | undefined;
  let blanks: number[] = [];
  for (const line of lines) {
    const text = line.text.slice(indent);
    const from = line.at + Math.min(indent, line.text.length);
    if (text === '') {
      blanks.push(line.at + line.text.length);
      continue;
    }
    const isMore = /^[ \t]/u.test(text);
    const isJoined = isFolded && before !== undefined && !before.isMore && !isMore;
    const breaks = [
      ...(before === undefined || (isJoined && blanks.length > 0) ? [] : [before.end]),
      ...blanks,
    ];
    for (const [index, place] of breaks.entries()) {
      put(isJoined && blanks.length === 0 ? softBreak : '\n', place, (breaks[index + 1] ?? from) - place);
    }
    blanks = [];
    for (let index = 0; index < text.length; index++) put(text[index]!, from + index, 1);
    before = { end: line.at + line.text.length, isMore };
  }
  const end = start + written.length;
  for (const place of [...(before === undefined ? [] : [before.end]), ...blanks]) put('\n', place, 1);
  return builder.finish(Math.min(end, (before?.end ?? end) + 1));
}
