/** A phrase as a graph: which pieces may follow which. */
import type { ParsedPhrase, PhraseNode } from '../../phrases/phrase.ts';
import { otherForms } from '../../phrases/symbols.ts';

/** What one step of a phrase takes. A gap is so many steps of `any`, each of which may be left out. */
export type Step =
  Extract<PhraseNode, { readonly kind: 'word' | 'prefix' | 'mark' | 'class' }> | { readonly kind: 'any' };

export interface PhraseGraph {
  /** By state: the step that leads on from it and where to; undefined for the end. */
  readonly steps: readonly ({ readonly step: Step; readonly to: readonly number[] } | undefined)[];
  /** The states that a match begins at, ascending. */
  readonly starts: readonly number[];
  /** The state at which a match is complete. */
  readonly end: number;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /**
   * The steps of two ways through: the one that always takes the first turn, and the one that always takes the last. What
   * lies in every match lies on both.
   */
  readonly ways: readonly [readonly Step[], readonly Step[]];
}

/** The graph of a parsed phrase. */
export function phraseGraph({ node, atStart, atEnd }: ParsedPhrase): PhraseGraph {
  const steps: ({ step: Step; to: readonly number[] } | undefined)[] = [undefined];
  const add = (step: Step, to: readonly number[]): number => steps.push({ step, to }) - 1;
  /** The states to begin a node at, given those to go on with after it. */
  const before = (node: PhraseNode, after: readonly number[]): readonly number[] => {
    switch (node.kind) {
      case 'optional':
        return union(before(node.node, after), after);
      case 'choice':
        return node.nodes.map((each) => before(each, after)).reduce(union);
      case 'sequence':
        return node.nodes.reduceRight((next: readonly number[], each) => before(each, next), after);
      case 'gap': {
        let next = after;
        for (let left = node.most; left > 0; left--) next = [add({ kind: 'any' }, next), ...after];
        return next;
      }
      default:
        return [add(node, after)];
    }
  };
  const starts = before(node, [0]).toSorted((a, b) => a - b);
  const through = (turn: 0 | -1): readonly Step[] => {
    const taken: Step[] = [];
    for (let way = steps[starts.at(turn)!]; way !== undefined; way = steps[way.to.at(turn)!])
      taken.push(way.step);
    return taken;
  };
  return { steps, starts, end: 0, atStart, atEnd, ways: [through(0), through(-1)] };
}

function union(a: readonly number[], b: readonly number[]): readonly number[] {
  return [...new Set([...a, ...b])];
}

function formsOf(word: string): readonly string[] {
  return [word, ...(otherForms[word] ?? [])];
}

/** Whether whatever `narrow` takes, `wide` takes too. */
export function takesAll(wide: Step, narrow: Step): boolean {
  switch (wide.kind) {
    case 'any':
      // A class may be many units, and a written mark is none.
      return narrow.kind === 'any' || narrow.kind === 'word' || narrow.kind === 'prefix';
    case 'word':
      if (narrow.kind !== 'word') return false;
      if (narrow.word === wide.word) return true;
      // A word is one of its own forms.
      if (otherForms[wide.word]?.includes(narrow.word) !== true) return false;
      return formsOf(narrow.word).every((form) => formsOf(wide.word).includes(form));
    case 'prefix':
      if (narrow.kind === 'prefix') return narrow.prefix.startsWith(wide.prefix);
      return narrow.kind === 'word' && formsOf(narrow.word).every((form) => form.startsWith(wide.prefix));
    case 'class':
      return narrow.kind === 'class' && narrow.name === wide.name;
    case 'mark':
      return narrow.kind === 'mark' && narrow.mark === wide.mark;
  }
}
