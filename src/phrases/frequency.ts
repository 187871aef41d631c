/** How often words stand in service talk: decides how fast phrases are found, and nothing else. */
import { classWords } from '../text/class-forms.ts';
import type { Leaf } from './shape.ts';

/** Per thousand units. */
export interface Frequency {
  readonly of: (leaf: Leaf) => number;
  /** One of the first leaves, and one of the second ones right after it. */
  readonly ofPair: (first: readonly Leaf[], second: readonly Leaf[]) => number;
}

/** Words and characters that are common in service talk. */
const commonWords = new Set(
  (
    'the to you i a and it is of for that we in my on your have be this can not with are me do will if was so please but at our as ' +
    'would they from no what when thank how all there has am us any or just get out up an been one know had by help time about sorry ' +
    "more like now see need call did go number them then some think okay ok yes yeah right well which could let want 's 'd he she " +
    'thanks again still back make check flight phone account order day days very really got here want also hi hello sure look service'
  ).split(' '),
);
const commonCharacters = new Set(
  '的我是您你不了一在有请们好这为可以么吗呢就到个会来没要能给人上时下说那也都还电话用信中对出过客服务问题谢联系情况反映处理',
);

/** Neighbours go together more often than by chance. */
const neighbourly = 12;

/** An estimate where there is no talk to count in. */
export const estimatedFrequency: Frequency = {
  of: (leaf) => {
    switch (leaf.kind) {
      case 'word':
        return ofWord(leaf.word);
      case 'prefix':
        return 0.5;
      case 'mark':
        return 30;
      case 'class':
        return classWords[leaf.name].reduce((sum, word) => sum + (word === null ? 15 : ofWord(word)), 0);
      case 'gap':
        return 1000;
    }
  },
  ofPair: (first, second) => (total(first) * total(second) * neighbourly) / 1000,
};

function total(leaves: readonly Leaf[]): number {
  return leaves.reduce((sum, leaf) => sum + estimatedFrequency.of(leaf), 0);
}

function ofWord(word: string): number {
  if (/^[a-z']/.test(word)) return commonWords.has(word) ? 12 : word.length < 5 ? 1 : 0.4;
  return commonCharacters.has(word) ? 12 : 1.5;
}

/** A name for a leaf: words are folded, so that none holds one of these signs. */
function nameOf(leaf: Exclude<Leaf, { readonly kind: 'gap' }>): string {
  switch (leaf.kind) {
    case 'word':
      return leaf.word;
    case 'prefix':
      return `${leaf.prefix}*`;
    case 'mark':
      return leaf.mark;
    case 'class':
      return `<${leaf.name}>`;
  }
}

/** The estimate counts as if it had been counted in so many units. */
const weightOfEstimate = 4000;

/**
 * Frequencies counted in texts, leaning on the estimate where they say little.
 * @param scan the symbols of a text's units
 * @param symbolsOf the symbols that a leaf may come as
 */
export function countedFrequency(
  texts: readonly string[],
  scan: (text: string) => Int32Array,
  symbolsOf: (leaf: Leaf) => readonly number[],
): Frequency {
  const singles = new Map<number, number>();
  const pairs = new Map<number, Map<number, number>>();
  let units = 0;
  for (const text of texts) {
    let before = -1;
    for (const here of scan(text)) {
      units++;
      singles.set(here, (singles.get(here) ?? 0) + 1);
      let followers = pairs.get(before);
      if (followers === undefined) pairs.set(before, (followers = new Map<number, number>()));
      followers.set(here, (followers.get(here) ?? 0) + 1);
      before = here;
    }
  }
  const blended = (counted: number, estimate: number): number =>
    (1000 * counted + weightOfEstimate * estimate) / (units + weightOfEstimate);
  const known = new Map<string, number>();
  const of = (leaf: Leaf): number => {
    if (leaf.kind === 'gap') return estimatedFrequency.of(leaf);
    const key = nameOf(leaf);
    let found = known.get(key);
    if (found === undefined) {
      const counted = symbolsOf(leaf).reduce((sum, each) => sum + (singles.get(each) ?? 0), 0);
      found = blended(counted, estimatedFrequency.of(leaf));
      known.set(key, found);
    }
    return found;
  };
  const sum = (leaves: readonly Leaf[]): number => leaves.reduce((all, leaf) => all + of(leaf), 0);
  return {
    of,
    ofPair: (first, second) => {
      const seconds = new Set(second.flatMap((leaf) => symbolsOf(leaf)));
      let counted = 0;
      for (const one of new Set(first.flatMap((leaf) => symbolsOf(leaf)))) {
        const followers = pairs.get(one);
        if (followers === undefined) continue;
        if (followers.size < seconds.size) {
          for (const [other, count] of followers) if (seconds.has(other)) counted += count;
        } else {
          for (const other of seconds) counted += followers.get(other) ?? 0;
        }
      }
      // A pair is no more common than either of its words.
      const [one, other] = [sum(first), sum(second)];
      return blended(counted, Math.min((one * other * neighbourly) / 1000, one, other));
    },
  };
}
