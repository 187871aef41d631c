/** Anchors: for each phrase, words one of which every match holds; the rarest are chosen, since each find costs a look. */
import { estimatedFrequency, type Frequency } from './frequency.ts';
import type { PhraseNode } from './phrase.ts';
import { needsLength } from './program.ts';
import { canBeEmpty, edges, firstOf, width, type Leaf } from './shape.ts';

/**
 * One of these words, or one of the first ones with one of the second ones right after it; `least` and `most` units
 * stand before it in the phrase.
 */
export interface Anchor {
  readonly first: readonly Leaf[];
  /** Empty where a single word is enough. */
  readonly second: readonly Leaf[];
  readonly least: number;
  readonly most: number;
}

interface Candidate {
  readonly anchors: readonly Anchor[];
  /** How often they are thought to be found, per thousand units, times the looks that each find costs. */
  readonly cost: number;
}

/** The most pairs of words that the anchors of one phrase may stand for: they are kept in memory. */
const mostPairs = 1500;

/** Words so common, per thousand units, are no use to ask for. */
const commonest = 300;

/**
 * What else must stand among the units of a match: for each of these, one of its leaves. Cheaper to ask for than to try
 * the phrase. The rarest first.
 */
export function needsOf(
  node: PhraseNode,
  frequency: Frequency = estimatedFrequency,
): readonly (readonly Leaf[])[] {
  const nodes = node.kind === 'sequence' ? node.nodes : [node];
  return rarestFirst(
    nodes.map((each) => rarest(each, frequency)),
    frequency,
  )
    .filter(({ total }) => total < commonest)
    .slice(0, needsLength)
    .map(({ leaves }) => leaves);
}

function rarestFirst(
  all: readonly (readonly Leaf[] | undefined)[],
  frequency: Frequency,
): readonly { readonly leaves: readonly Leaf[]; readonly total: number }[] {
  return all
    .filter((leaves) => leaves !== undefined)
    .map((leaves) => ({ leaves, total: leaves.reduce((sum, leaf) => sum + frequency.of(leaf), 0) }))
    .toSorted((a, b) => a.total - b.total);
}

/** Leaves one of which stands in every match of a node, chosen to be rare; undefined where it can be empty. */
function rarest(node: PhraseNode, frequency: Frequency): readonly Leaf[] | undefined {
  switch (node.kind) {
    case 'gap':
    case 'optional':
      return undefined;
    case 'choice': {
      const all = node.nodes.map((each) => rarest(each, frequency));
      return all.includes(undefined) ? undefined : (all as readonly (readonly Leaf[])[]).flat();
    }
    case 'sequence':
      return rarestFirst(
        node.nodes.map((each) => rarest(each, frequency)),
        frequency,
      )[0]?.leaves;
    default:
      return [node];
  }
}

/** The anchors of a phrase: never empty for a phrase that cannot be empty. */
export function chooseAnchors(
  node: PhraseNode,
  frequency: Frequency = estimatedFrequency,
): readonly Anchor[] {
  return new Chooser(frequency).best(node, 0, 0)?.anchors ?? [];
}

class Chooser {
  private readonly frequency: Frequency;

  constructor(frequency: Frequency) {
    this.frequency = frequency;
  }

  best(node: PhraseNode, least: number, most: number): Candidate | undefined {
    switch (node.kind) {
      case 'gap':
      case 'optional':
        return undefined;
      case 'choice':
        return together(node.nodes.map((each) => this.best(each, least, most)));
      case 'sequence':
        return this.ofSequence(node.nodes, least, most);
      default:
        return this.single(node, least, most);
    }
  }

  private ofSequence(nodes: readonly PhraseNode[], least: number, most: number): Candidate | undefined {
    let found: Candidate | undefined;
    const offer = (candidate: Candidate | undefined): void => {
      if (candidate !== undefined && (found === undefined || candidate.cost < found.cost)) found = candidate;
    };
    nodes.forEach((node, index) => {
      const taken = width(node);
      if (!canBeEmpty(node)) {
        offer(this.best(node, least, most));
        const rest = nodes.slice(index + 1);
        if (!rest.every(canBeEmpty)) {
          const { last } = edges(node);
          offer(this.pair(last, firstOf(rest), least + taken.least - 1, most + taken.most - 1));
        }
      }
      least += taken.least;
      most += taken.most;
    });
    return found;
  }

  /** A class may begin before its anchoring word, so the phrase may begin that much further back. */
  private single(leaf: Leaf, least: number, most: number): Candidate {
    const inside = leaf.kind === 'class' ? width(leaf).most - 1 : 0;
    const looks = most + inside - least + 1;
    return {
      anchors: [{ first: [leaf], second: [], least, most: most + inside }],
      cost: this.frequency.of(leaf) * (1 + looks / 8),
    };
  }

  private pair(
    first: readonly Leaf[],
    second: readonly Leaf[],
    least: number,
    most: number,
  ): Candidate | undefined {
    if (first.length * second.length > mostPairs) return undefined;
    if (![...first, ...second].every((leaf) => leaf.kind !== 'class' && leaf.kind !== 'gap'))
      return undefined;
    return {
      anchors: [{ first, second, least, most }],
      cost: this.frequency.ofPair(first, second) * (1 + (most - least + 1) / 8),
    };
  }
}

/** The anchors of all branches: one of them stands, whichever branch is taken. Those at the same place are one. */
function together(branches: readonly (Candidate | undefined)[]): Candidate | undefined {
  let cost = 0;
  const groups = new Map<string, Anchor>();
  for (const branch of branches) {
    if (branch === undefined) return undefined;
    cost += branch.cost;
    for (const anchor of branch.anchors) {
      const single = anchor.second.length === 0;
      const key = single ? `${anchor.least} ${anchor.most}` : `pair ${groups.size}`;
      const known = groups.get(key);
      groups.set(key, known === undefined ? anchor : { ...known, first: [...known.first, ...anchor.first] });
    }
  }
  return { anchors: [...groups.values()], cost };
}
