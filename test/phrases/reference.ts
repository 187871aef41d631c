/** The phrase language once more, naively and from its grammar: the oracle for the automaton and the verifier. */
import { foldText } from '../../src/text/fold.ts';
import type { ParsedPhrase, PhraseNode } from '../../src/phrases/phrase.ts';

interface Token {
  /** The words that this unit may be read as; a break has none. */
  readonly words: readonly string[];
  readonly mark: '' | '?' | '!' | '?!';
  readonly isBreak: boolean;
  readonly start: number;
  readonly end: number;
}

const ignorable = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\u0300-\u036f]|[\ufe00-\ufe0f]/u;
const fillers = ['um', 'umm', 'uh', 'uhh', 'uhm', 'er', 'erm', 'hmm', 'hm'];
const bare: Readonly<Record<string, string>> = {
  cant: 'can+not',
  cannot: 'can+not',
  dont: 'do+not',
  didnt: 'did+not',
  wont: 'will+not',
  isnt: 'is+not',
  wouldnt: 'would+not',
  im: 'i+am',
  ive: 'i+have',
  youre: 'you+are',
  thats: "that+'s",
};
const split: Readonly<Record<string, number>> = {
  cant: 2,
  cannot: 3,
  dont: 2,
  didnt: 3,
  wont: 2,
  isnt: 2,
  wouldnt: 5,
  im: 1,
  ive: 1,
  youre: 3,
  thats: 4,
};
const also: Readonly<Record<string, readonly string[]>> = {
  "'s": ['is', 'has', 'us'],
  "'d": ['would', 'had'],
  ai: ['is', 'has', 'am', 'are', 'have'],
};

/** A text's units, one regular expression at a time. */
function tokens(text: string): readonly Token[] {
  // Without what is not there at all, and with the way back.
  const at: number[] = [];
  let clean = '';
  const folded = foldText(text);
  for (let index = 0; index < text.length; index++) {
    if (ignorable.test(text[index]!)) continue;
    at.push(index);
    clean += folded[index]!;
  }
  const original = at.map((index) => text[index]!).join('');
  const found: Token[] = [];
  const push = (words: readonly string[], start: number, end: number): void => {
    const all = words.flatMap((word) => [word, ...(also[word] ?? [])]);
    found.push({ words: all, mark: '', isBreak: false, start: at[start]!, end: at[end - 1]! + 1 });
  };
  let index = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const sticky = new RegExp(pattern.source, 'yu');
    sticky.lastIndex = index;
    return sticky.exec(clean);
  };
  while (index < clean.length) {
    const from = index;
    const number = take(/\d+(?:[.,:]\d+)*[a-zß가-힣\d]*/);
    const word = number === null ? take(/[a-zß가-힣][a-zß가-힣\d]*(?:'[a-zß가-힣][a-zß가-힣\d]*)*/) : null;
    const stops = take(/[.?!\n]+/);
    if (number !== null) {
      index += number[0].length;
      push([number[0]], from, index);
    } else if (word !== null) {
      index += word[0].length;
      pushWord(word[0], from, push);
    } else if (stops !== null) {
      index += stops[0].length;
      const marks = (stops[0].includes('?') ? '?' : '') + (stops[0].includes('!') ? '!' : '');
      const ends =
        marks !== '' || stops[0].includes('\n') || (stops[0].length === 1 && !holds(clean, original, from));
      if (ends && found.length > 0) addBreak(found, marks, at[from]!, at[index - 1]! + 1);
    } else if (take(/那个/) !== null) {
      index += 2;
    } else if (take(/[嗯呃]/) !== null) {
      index += 1;
    } else if (take(/[\p{Script=Han}\u3040-\u30ff]/u) !== null) {
      const character = String.fromCodePoint(clean.codePointAt(index)!);
      index += character.length;
      push([character.length === 1 ? character : ''], from, index);
    } else {
      index += String.fromCodePoint(clean.codePointAt(index)!).length;
    }
  }
  return found;
}

function pushWord(
  word: string,
  from: number,
  push: (words: readonly string[], start: number, end: number) => void,
): void {
  const spelled = word.replaceAll("'", '');
  const long = word.includes("'") ? undefined : bare[word];
  if (fillers.includes(spelled)) return;
  if (long !== undefined) {
    const [first = '', second = ''] = long.split('+');
    push([first], from, from + split[word]!);
    push([second], from + split[word]!, from + word.length);
    return;
  }
  const head = word.slice(0, word.lastIndexOf("'"));
  const ending = word.slice(word.lastIndexOf("'") + 1);
  const plainHead = head.replaceAll("'", '');
  if (word.includes("'") && ending === 't' && head.endsWith('n') && !head.includes("'")) {
    const stem =
      ({ ca: 'can', wo: 'will', sha: 'shall' } as Record<string, string>)[head.slice(0, -1)] ??
      head.slice(0, -1);
    push([stem], from, from + head.length - 1);
    push(['not'], from + head.length - 1, from + word.length);
  } else if (
    word.includes("'") &&
    ['s', 'd', 'm', 'll', 're', 've'].includes(ending) &&
    !head.includes("'")
  ) {
    push(
      [fillers.includes(plainHead) || bare[plainHead] !== undefined ? '' : plainHead],
      from,
      from + head.length,
    );
    push(
      [({ s: "'s", d: "'d", m: 'am', ll: 'will', re: 'are', ve: 'have' } as Record<string, string>)[ending]!],
      from + head.length,
      from + word.length,
    );
  } else {
    push([spelled], from, from + word.length);
  }
}

/** Whether a single stop at an index ends no sentence. */
function holds(clean: string, original: string, index: number): boolean {
  if (original[index] === '。' || original[index] === '｡') return false;
  const before = /[a-zß가-힣\d]*$/.exec(clean.slice(Math.max(0, index - 8), index))![0];
  const after = clean[index + 1] ?? '';
  if (/[a-zß가-힣\d]/.test(after)) return !(/\p{Lu}/u.test(original[index + 1]!) && before.length > 1);
  if (before.length === 1 && original[index - 2] === '.') return true;
  const rest = clean.slice(index + 1).trimStart();
  if (rest === '') return false;
  if (before === 'no') return /^\d/.test(rest);
  return ['mr', 'dr', 'vs'].includes(before);
}

function addBreak(found: Token[], mark: string, start: number, end: number): void {
  const last = found.at(-1)!;
  const both = (last.isBreak ? last.mark : '') + mark;
  const merged = ((both.includes('?') ? '?' : '') + (both.includes('!') ? '!' : '')) as Token['mark'];
  if (last.isBreak) found.pop();
  found.push({ words: [], mark: merged, isBreak: true, start: last.isBreak ? last.start : start, end });
}

/** All ends (exclusive token indices) of matches of a node from a token. */
function endsOf(node: PhraseNode, all: readonly Token[], from: number): ReadonlySet<number> {
  const here = all[from];
  switch (node.kind) {
    case 'word':
      return new Set(here !== undefined && !here.isBreak && here.words.includes(node.word) ? [from + 1] : []);
    case 'prefix':
      return new Set(
        here !== undefined && !here.isBreak && here.words.some((word) => word.startsWith(node.prefix))
          ? [from + 1]
          : [],
      );
    case 'mark':
      return new Set(here?.mark.includes(node.mark) === true ? [from + 1] : []);
    case 'gap': {
      const ends = new Set([from]);
      for (let skipped = 1; skipped <= node.most; skipped++) {
        const token = all[from + skipped - 1];
        if (token === undefined || token.isBreak) break;
        ends.add(from + skipped);
      }
      return ends;
    }
    case 'optional':
      return new Set([from, ...endsOf(node.node, all, from)]);
    case 'choice':
      return new Set(node.nodes.flatMap((each) => [...endsOf(each, all, from)]));
    case 'sequence':
      return node.nodes.reduce<ReadonlySet<number>>(
        (ends, each) => new Set([...ends].flatMap((end) => [...endsOf(each, all, end)])),
        new Set([from]),
      );
    case 'class':
      throw new Error('classes have their own tests');
  }
}

/** The hits of one phrase in a text as spans: leftmost, longest, not overlapping. */
export function referenceHits(phrase: ParsedPhrase, text: string): readonly (readonly [number, number])[] {
  const all = tokens(text);
  const hits: (readonly [number, number])[] = [];
  for (let from = 0; from < all.length; from++) {
    if (all[from]!.isBreak) continue;
    if (phrase.atStart && all.slice(0, from).some((token) => !token.isBreak)) continue;
    const ends = [...endsOf(phrase.node, all, from)].filter(
      (end) => end > from && (!phrase.atEnd || all.slice(end).every((token) => token.isBreak)),
    );
    if (ends.length === 0) continue;
    const end = Math.max(...ends);
    hits.push([all[from]!.start, all[end - 1]!.end]);
    from = end - 1;
  }
  return hits;
}
