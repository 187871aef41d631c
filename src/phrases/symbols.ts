/** The numbers that units go by: fixed ones first, then a vocabulary's words. */

/** Contractions that are written without an apostrophe, by their long form; never one that is a word of its own. */
export const bareContractions: Readonly<Record<string, readonly [string, string]>> = {
  aint: ['ai', 'not'],
  arent: ['are', 'not'],
  cannot: ['can', 'not'],
  cant: ['can', 'not'],
  couldnt: ['could', 'not'],
  didnt: ['did', 'not'],
  doesnt: ['does', 'not'],
  dont: ['do', 'not'],
  hadnt: ['had', 'not'],
  hasnt: ['has', 'not'],
  havent: ['have', 'not'],
  hes: ['he', "'s"],
  im: ['i', 'am'],
  isnt: ['is', 'not'],
  itll: ['it', 'will'],
  ive: ['i', 'have'],
  mustnt: ['must', 'not'],
  neednt: ['need', 'not'],
  shes: ['she', "'s"],
  shouldnt: ['should', 'not'],
  thats: ['that', "'s"],
  theres: ['there', "'s"],
  theyll: ['they', 'will'],
  theyre: ['they', 'are'],
  theyve: ['they', 'have'],
  wasnt: ['was', 'not'],
  werent: ['were', 'not'],
  weve: ['we', 'have'],
  whats: ['what', "'s"],
  wont: ['will', 'not'],
  wouldnt: ['would', 'not'],
  youll: ['you', 'will'],
  youre: ['you', 'are'],
  youve: ['you', 'have'],
};

/** Fixed symbols. The break symbols are 1 plus a bit for a written `?` (1) and for `!` (2). */
export const symbol = {
  /** A word or character that no phrase names. */
  other: 0,
  /** The end of a sentence. */
  break: 1,
  breakQuestion: 2,
  breakExclamation: 3,
  breakBoth: 4,
  number: 5,
  /** Letters and digits in one word, such as an order number. */
  mixed: 6,
  /** Never in a stream: a word that is skipped. */
  filler: 7,
  /** Never in a stream: what a trie reads is a contraction, by its place among `bareContractions`. */
  firstContraction: 8,
  firstWord: 8 + Object.keys(bareContractions).length,
} as const;

/** Whether a symbol ends a sentence. */
export function isBreak(unit: number): boolean {
  return unit >= symbol.break && unit <= symbol.breakBoth;
}

/** Whether what a trie reads is a contraction and no symbol of a stream. */
export function isContraction(output: number): boolean {
  return output >= symbol.firstContraction && output < symbol.firstWord;
}

/** Fillers of Latin letters: said while thinking, skipped everywhere. */
export const fillerWords: readonly string[] = ['um', 'umm', 'uh', 'uhh', 'uhm', 'er', 'erm', 'hmm', 'hm'];

/** Endings behind an apostrophe, by the word they stand for. `'s` and `'d` stay themselves: each is one of two. */
export const contractionEndings: Readonly<Record<string, string>> = {
  s: "'s",
  d: "'d",
  m: 'am',
  ll: 'will',
  re: 'are',
  ve: 'have',
};

/** First halves of negated contractions that are no word: ca n't, wo n't, sha n't, ai n't. */
export const negatedStems: Readonly<Record<string, string>> = {
  ca: 'can',
  wo: 'will',
  sha: 'shall',
  ai: 'ai',
};

/** What else may stand in the text where a phrase has this word. */
export const otherForms: Readonly<Record<string, readonly string[]>> = {
  is: ["'s", 'ai'],
  has: ["'s", 'ai'],
  would: ["'d"],
  had: ["'d"],
  am: ['ai'],
  are: ['ai'],
  have: ['ai'],
  us: ["'s"],
};

/**
 * The long form of a contraction as a phrase writes it, each place with the words that may stand there;
 * undefined where the word is none.
 */
export function longForm(word: string): readonly (readonly string[])[] | undefined {
  const bare = bareContractions[word];
  if (bare !== undefined) return bare.map(sayings);
  const apostrophe = word.lastIndexOf("'");
  if (apostrophe < 0) return undefined;
  const head = word.slice(0, apostrophe);
  const ending = word.slice(apostrophe + 1);
  if (ending === 't' && head.endsWith('n')) {
    const stem = head.slice(0, -1);
    return [[negatedStems[stem] ?? stem], ['not']];
  }
  const long = contractionEndings[ending];
  if (long === undefined) return undefined;
  if (head === 'let' && ending === 's') return [['let'], ['us']];
  const tail = ending === 's' && !pronouns.has(head) ? ["'s"] : sayings(long);
  return head === '' ? [tail] : [[head], tail];
}

/** Words whose `'s` is "is" or "has" rather than a possessive. */
const pronouns = new Set([
  '',
  'he',
  'here',
  'how',
  'it',
  'she',
  'that',
  'there',
  'what',
  'when',
  'where',
  'who',
  'why',
]);

function sayings(word: string): readonly string[] {
  if (word === "'s") return ['is', 'has'];
  if (word === "'d") return ['would', 'had'];
  return [word];
}
