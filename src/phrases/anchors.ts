/** Anchors: for each phrase, words one of which every match holds; the rarest are chosen, since each find costs a look. */
import { classWords } from '../text/classes.ts';
import type { PhraseNode } from './phrase.ts';
import { canBeEmpty, edges, width, type Leaf } from './shape.ts';

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

/**
 * Words and characters that are common in service talk: an estimate of how often each stands, which decides nothing
 * but speed.
 */
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

/** The most pairs of words that the anchors of one phrase may stand for: they are kept in memory. */
const mostPairs = 1500;

/** Neighbours go together more often than by chance. */
const neighbourly = 12;

/** So many words at most are asked for beside the anchor, the rarest. */
const mostNeeds = 3;

/** Words so common, per thousand units, are no use to ask for. */
const commonest = 300;

/**
 * What else must stand among the units of a match: for each of these, one of its leaves. Cheaper to ask for than to try
 * the phrase. The rarest first.
 */
export function needsOf(node: PhraseNode): readonly (readonly Leaf[])[] {
  const nodes = node.kind === 'sequence' ? node.nodes : [node];
  return nodes
    .map(rarest)
    .filter((leaves) => leaves !== undefined && total(leaves) < commonest)
    .toSorted((a, b) => total(a!) - total(b!))
    .slice(0, mostNeeds) as readonly (readonly Leaf[])[];
}

/** Leaves one of which stands in every match of a node, chosen to be rare; undefined where it can be empty. */
function rarest(node: PhraseNode): readonly Leaf[] | undefined {
  switch (node.kind) {
    case 'gap':
    case 'optional':
      return undefined;
    case 'choice': {
      const all = node.nodes.map(rarest);
      return all.includes(undefined) ? undefined : (all as readonly (readonly Leaf[])[]).flat();
    }
    case 'sequence':
      return node.nodes
        .map(rarest)
        .filter((leaves) => leaves !== undefined)
        .toSorted((a, b) => total(a) - total(b))[0];
    default:
      return [node];
  }
}

/** The anchors of a phrase: never empty for a phrase that cannot be empty. */
export function chooseAnchors(node: PhraseNode): readonly Anchor[] {
  return best(node, 0, 0)?.anchors ?? [];
}

function best(node: PhraseNode, least: number, most: number): Candidate | undefined {
  switch (node.kind) {
    case 'gap':
    case 'optional':
      return undefined;
    case 'choice':
      return together(node.nodes.map((each) => best(each, least, most)));
    case 'sequence':
      return ofSequence(node.nodes, least, most);
    default:
      return single(node, least, most);
  }
}

function ofSequence(nodes: readonly PhraseNode[], least: number, most: number): Candidate | undefined {
  let found: Candidate | undefined;
  const offer = (candidate: Candidate | undefined): void => {
    if (candidate !== undefined && (found === undefined || candidate.cost < found.cost)) found = candidate;
  };
  nodes.forEach((node, index) => {
    const taken = width(node);
    if (!canBeEmpty(node)) {
      offer(best(node, least, most));
      const rest = edges({ kind: 'sequence', nodes: nodes.slice(index + 1) });
      if (!rest.empty) {
        offer(pair(edges(node).last, rest.first, least + taken.least - 1, most + taken.most - 1));
      }
    }
    least += taken.least;
    most += taken.most;
  });
  return found;
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

/** A class may begin before its anchoring word, so the phrase may begin that much further back. */
function single(leaf: Leaf, least: number, most: number): Candidate {
  const inside = leaf.kind === 'class' ? width(leaf).most - 1 : 0;
  const looks = most + inside - least + 1;
  return {
    anchors: [{ first: [leaf], second: [], least, most: most + inside }],
    cost: frequency(leaf) * (1 + looks / 8),
  };
}

function pair(
  first: readonly Leaf[],
  second: readonly Leaf[],
  least: number,
  most: number,
): Candidate | undefined {
  if (first.length * second.length > mostPairs) return undefined;
  if (![...first, ...second].every((leaf) => leaf.kind !== 'class' && leaf.kind !== 'gap')) return undefined;
  const chance = (total(first) * total(second)) / 1000;
  return {
    anchors: [{ first, second, least, most }],
    cost: chance * neighbourly * (1 + (most - least + 1) / 8),
  };
}

function total(leaves: readonly Leaf[]): number {
  return leaves.reduce((sum, leaf) => sum + frequency(leaf), 0);
}

/** Per thousand units. */
function frequency(leaf: Leaf): number {
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
}

function ofWord(word: string): number {
  if (/^[a-z']/.test(word)) return commonWords.has(word) ? 12 : word.length < 5 ? 1 : 0.4;
  return commonCharacters.has(word) ? 12 : 1.5;
}
