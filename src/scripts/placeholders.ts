/** Placeholders of a script: what an agent fills in, and what therefore stands for words of its own. */

export interface Placeholder {
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** What stands between its signs; the signs themselves for a blank such as `XX` or `___`. */
  readonly name: string;
}

/** Tags that Markdown may hold; anything else in angle brackets is a placeholder. */
const tags = new Set(
  (
    'a abbr b big blockquote br center cite code dd del details div dl dt em figure font h1 h2 h3 h4 h5 h6 hr html i img ' +
    'ins kbd li mark ol p pre q s samp small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var wbr'
  ).split(' '),
);

/** No sentence ends in it and no clause: what a script says in brackets is talk, and what it names there is not. */
const name = String.raw`[^\[\]{}<>【】\n\v.!?。！？,，;；]`;
const inBraces = String.raw`[^{}\n\v]{1,60}?`;
/** Between single braces may stand a placeholder; words to choose from (`{calm down|relax}`), JSON and sentences are none. */
const inSingle = String.raw`(?:[^{}\n\v"|!?。！？；;，,.]|\.(?=[\p{L}\p{N}_])){1,60}?`;

const placeholder = new RegExp(
  [
    String.raw`\{\{\s*(?<double>${inBraces})\s*\}\}`,
    String.raw`\$?\{\s*(?<single>${inSingle})\s*\}`,
    String.raw`\[\s*(?<square>${name}{1,40}?)\s*\](?!\()`,
    String.raw`【\s*(?<lens>${name}{1,16}?)\s*】`,
    String.raw`<\s*(?<angle>[\p{L}_][\p{L}\p{N}_ -]{0,39}?)\s*>`,
    String.raw`%(?<percent>[A-Za-z_]\w{0,39})%`,
    String.raw`(?<blank>(?<![A-Za-z0-9])[Xx]{2,}(?![A-Za-z0-9])|[×＊]{2,}|(?<![\p{L}\p{N}_])_{2,}(?![\p{L}\p{N}_])|某某+)`,
  ].join('|'),
  'gu',
);

/** More words than these name no placeholder: they are something to say. */
const mostWords = 6;

/** A whole text that only says that one is still to come. */
const unwritten =
  /^\s*(?<name>TODO|TBD|TBC|FIXME|待补充|待補充|待填写|待填寫|待定|待确认|待確認|待完善|to be confirmed|fill in)\s*(?:[:：.。…\-–—(（][^\n]{0,60})?\s*$/iu;

/** The placeholders of a text, from left to right. */
export function placeholdersOf(text: string): readonly Placeholder[] {
  const whole = unwritten.exec(text)?.groups?.['name'];
  if (whole !== undefined) return [{ start: 0, end: text.length, name: whole }];
  if (!/[[{【<%_×＊某]|[Xx]{2}/u.test(text)) return [];
  const found: Placeholder[] = [];
  for (const match of text.matchAll(placeholder)) {
    const own = Object.values(match.groups!).find((value) => value !== undefined)!;
    if (match.groups!['angle'] !== undefined && isTag(own)) continue;
    if (own.split(/\s+/u).length > mostWords) continue;
    found.push({ start: match.index, end: match.index + match[0].length, name: own });
  }
  return found;
}

/** True for the name of an element of HTML, as it stands in a tag. */
export function isTag(name: string): boolean {
  return tags.has(name.split(/\s/u, 1)[0]!.toLowerCase());
}
