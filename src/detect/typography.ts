/** Typography: what is shouted in writing, by capitals and by exclamation marks. */
import type { Call, Speaker } from '../call/call.ts';

/** A piece `[start, end)` of a text, in UTF-16 code units. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Three or more exclamation marks, question marks and spaces among them. */
const exclaimed = /[!！](?:[ ?？]*[!！]){2,}[ ?？]*/gu;
/** Han has no capitals: what is written in it ends a clause too. */
const clause = /[^.!?。！？,，、;；:：…\n\p{Script=Han}]+/gu;
const latinWords = /[\p{Script=Latin}\p{M}\p{N}'’@#_/-]+/gu;
/** Order numbers, handles, addresses. */
const code = /[\p{N}@#_/]/u;

const none: readonly Piece[] = [];

/** So many words and letters in capitals are no slip and no emphasis on one word. */
const fewestWords = 3;
const fewestLetters = 6;
/** The share of a clause's letters that are capitals. */
const leastShare = 0.7;

/** Words of talk: airports, names of products and companies in capitals have none of them. */
const talk = new Set(
  (
    'i you your yours u ur me my mine we us our he she they them their it its this that these those the and or but if because ' +
    'so too very just only all any every again always of to in on at for from with by about is are was were am be been ' +
    'do does did dont have has had can cant will wont would should not no never ever nothing nobody still now yet already ' +
    'why what where when how who get got give want need stop fix help please answer tell told listen'
  ).split(' '),
);

/**
 * The pieces of a text that are shouted, in order, not overlapping: clauses of which most letters are capitals, from
 * the first word in capitals to the last, and sentences that end in three or more exclamation marks, marks included.
 *
 * @param meansCapitals whether capitals say anything in this call; asked only where some stand
 */
export function shoutedPieces(text: string, meansCapitals: () => boolean): readonly Piece[] {
  const { marks, capitals } = signsIn(text);
  const pieces = marks ? exclamations(text) : [];
  const clauses = capitals ? capitalClauses(text) : [];
  if (clauses.length > 0 && meansCapitals()) pieces.push(...clauses);
  return pieces.length === 0 ? none : joined(text, pieces);
}

/**
 * Whether a text has marks and capitals enough to be worth a closer look. Most have not, so this one is quick: it may
 * say yes where the closer look says no, never the other way round.
 */
function signsIn(text: string): { readonly marks: boolean; readonly capitals: boolean } {
  let marks = 0;
  let capitals = false;
  let [upper, lower, words, run] = [0, 0, 0, 0];
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0x0a;
    if (code >= 0x61 && code <= 0x7a) {
      lower++;
      run = 0;
    } else if ((code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde)) {
      upper++;
      if (++run === 2) words++;
    } else {
      run = 0;
      if (code === 0x21 || code === 0xff01) marks++;
      if (!endsClause(code)) continue;
      // One of the words may be I or A.
      capitals ||=
        words >= fewestWords - 1 && upper >= fewestLetters && upper >= leastShare * (upper + lower);
      upper = lower = words = 0;
    }
  }
  return { marks: marks >= 3, capitals };
}

/** What `clause` stops at, Han beyond the first plane aside. */
function endsClause(code: number): boolean {
  if (code < 0x40)
    return (
      code === 0x2e ||
      code === 0x21 ||
      code === 0x3f ||
      code === 0x2c ||
      code === 0x3a ||
      code === 0x3b ||
      code === 0x0a
    );
  if (code < 0x3400) return code === 0x2026 || code === 0x3001 || code === 0x3002;
  return code <= 0x9fff || (code >= 0xff01 && code <= 0xff1f);
}

/** Whether capitals are a choice of the speaker: not where whoever else talks has capitals alone, as some recognisers write. */
export function capitalsMatter(call: Call, speaker: Speaker): boolean {
  const others = call.turns.filter((turn) => turn.speaker !== speaker);
  return (
    !others.some(({ text }) => /\p{Lu}{2}/u.test(text)) || others.some(({ text }) => /\p{Ll}/u.test(text))
  );
}

function exclamations(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const { index, 0: marks } of text.matchAll(exclaimed)) {
    let start = index;
    while (start > 0 && /[ ?？]/u.test(text[start - 1]!)) start--;
    while (start > 0 && !/[.!?。！？\n]/u.test(text[start - 1]!)) start--;
    const said = text.slice(start, index).trimStart();
    // Marks by themselves are no words that anyone shouts.
    if (/[\p{L}\p{N}]/u.test(said)) {
      pieces.push({ start: index - said.length, end: index + marks.trimEnd().length });
    }
  }
  return pieces;
}

function capitalClauses(text: string): readonly Piece[] {
  return [...text.matchAll(clause)].flatMap(({ index: offset, 0: said }) => {
    const shouted = [...said.matchAll(latinWords)].filter(
      ({ 0: word }) => /^\P{Ll}*$/u.test(word) && /\p{Lu}/u.test(word) && !code.test(word),
    );
    if (shouted.length < fewestWords) return [];
    const capitals = shouted.reduce((sum, { 0: word }) => sum + lettersIn(word), 0);
    if (capitals < fewestLetters || capitals < leastShare * lettersIn(said)) return [];
    if (!shouted.some(({ 0: word }) => talk.has(word.toLowerCase().replaceAll(/['’]/gu, '')))) return [];
    const last = shouted.at(-1)!;
    return [{ start: offset + shouted[0]!.index, end: offset + last.index + last[0].length }];
  });
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** Pieces in order, those with nothing but signs between them as one. */
function joined(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const result: { start: number; end: number }[] = [];
  for (const { start, end } of pieces.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const before = result.at(-1);
    if (before !== undefined && (start <= before.end || !/[\p{L}\p{N}]/u.test(text.slice(before.end, start))))
      before.end = Math.max(before.end, end);
    else result.push({ start, end });
  }
  return result;
}
