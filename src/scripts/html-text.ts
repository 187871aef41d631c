/** The text of what is written in HTML: tags taken off, references undone, each code unit where it stands. */
import { mappedTextBuilder, type MappedText } from './mapped-text.ts';
import { isTag } from './placeholders.ts';

/** Tags behind which a line ends. */
const blocks = new Set(
  (
    'address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

const references: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  middot: '·',
};

/** A tag, a comment, what is not shown, or a reference. */
const part =
  /<!--[\s\S]*?-->|<(style|script)\b[^<>]*>[\s\S]*?<\/\1\s*>|<\/?([A-Za-z][A-Za-z\d]*)(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?\/?>|&(?:#x([\dA-Fa-f]{1,6})|#(\d{1,7})|([A-Za-z]{2,8}));/gu;

function meant(hex?: string, decimal?: string, name?: string): string | undefined {
  if (name !== undefined) return references[name];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  if (code === 0xa0) return ' ';
  return code < 32 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)
    ? undefined
    : String.fromCodePoint(code);
}

/** Whether a text is written in HTML, at least in places. */
function holdsHtml(text: string): boolean {
  return /[<&]/u.test(text) && /<\/?[A-Za-z]|<!--|&(?:#|[A-Za-z])/u.test(text);
}

/**
 * The text that a reader sees. What stands in angle brackets and is no tag of HTML, as placeholders do, stays.
 * @param lineBreak what a line break of the source is: in HTML it is a space, in a value of YAML it may be meant.
 */
export function withoutHtml(text: MappedText, lineBreak = '\n'): MappedText {
  if (!holdsHtml(text.text)) return relined(text, lineBreak);
  const { text: written, offsets, widths } = text;
  const builder = mappedTextBuilder();
  const place = (index: number): number => offsets[index]!;
  const width = (from: number, to: number): number =>
    to > from ? offsets[to - 1]! + (widths.get(to - 1) ?? 1) - offsets[from]! : 0;
  const copy = (from: number, to: number): void => {
    for (let index = from; index < to; index++) {
      const character = written[index]!;
      builder.put(character === '\n' ? lineBreak : character, place(index), widths.get(index) ?? 1);
    }
  };
  let at = 0;
  for (const found of written.matchAll(part)) {
    const [whole, , tag, hex, decimal, name] = found;
    const end = found.index + whole.length;
    if (tag !== undefined && !isTag(tag)) continue;
    let character: string | undefined;
    if (whole.startsWith('&')) {
      character = meant(hex, decimal, name);
      if (character === undefined) continue;
    } else if (isWithinSentence(written, found.index, end, tag)) character = ' ';
    else if (tag !== undefined && blocks.has(tag.toLowerCase())) character = '\n';
    copy(at, found.index);
    if (character !== undefined) builder.put(character, place(found.index), width(found.index, end));
    at = end;
  }
  if (at === 0) return relined(text, lineBreak);
  copy(at, written.length);
  return builder.finish(offsets.at(-1)!);
}

/** A line that is broken in the middle of a sentence, as `calm<br>down` is. */
function isWithinSentence(text: string, from: number, to: number, tag: string | undefined): boolean {
  return (
    /^br$/iu.test(tag ?? '') &&
    /\p{Ll}\s*$/u.test(text.slice(Math.max(0, from - 3), from)) &&
    /^\s*\p{Ll}/u.test(text.slice(to, to + 3))
  );
}

function relined(text: MappedText, lineBreak: string): MappedText {
  return lineBreak === '\n' ? text : { ...text, text: text.text.replaceAll('\n', lineBreak) };
}
