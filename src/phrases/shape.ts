/** The shape of a phrase: can it be empty, what stands at its edges, how many units it takes. */
import type { PhraseNode } from './phrase.ts';

/** A node that holds no other. */
export type Leaf = Exclude<PhraseNode, { readonly kind: 'optional' | 'sequence' | 'choice' }>;

interface Edges {
  /** Whether nothing at all may match. */
  readonly empty: boolean;
  /** The leaves that a match may begin with. */
  readonly first: readonly Leaf[];
  /** The leaves that a match may end with. */
  readonly last: readonly Leaf[];
}

/** A list is one node in all phrases that name it. */
const known = new WeakMap<PhraseNode, Edges>();

/** The leaves at both edges of whatever a node matches. A gap counts as a leaf, though it may take nothing. */
export function edges(node: PhraseNode): Edges {
  let found = known.get(node);
  if (found === undefined) known.set(node, (found = edgesOf(node)));
  return found;
}

function edgesOf(node: PhraseNode): Edges {
  switch (node.kind) {
    case 'optional':
      return { ...edges(node.node), empty: true };
    case 'choice': {
      const all = node.nodes.map(edges);
      return {
        empty: all.some((each) => each.empty),
        first: all.flatMap((each) => each.first),
        last: all.flatMap((each) => each.last),
      };
    }
    case 'sequence':
      return {
        empty: node.nodes.every((each) => edges(each).empty),
        first: firstOf(node.nodes),
        last: throughEmpty(node.nodes.toReversed(), (each) => each.last),
      };
    default:
      return { empty: false, first: [node], last: [node] };
  }
}

/** The leaves that a match of nodes one after another may begin with. */
export function firstOf(nodes: readonly PhraseNode[]): readonly Leaf[] {
  return throughEmpty(nodes, (each) => each.first);
}

function throughEmpty(nodes: readonly PhraseNode[], side: (each: Edges) => readonly Leaf[]): readonly Leaf[] {
  const leaves: (readonly Leaf[])[] = [];
  for (const node of nodes) {
    const each = edges(node);
    leaves.push(side(each));
    if (!each.empty) break;
  }
  return leaves.length === 1 ? leaves[0]! : leaves.flat();
}

/** Whether a node can match no unit at all. */
export function canBeEmpty(node: PhraseNode): boolean {
  switch (node.kind) {
    case 'gap':
    case 'optional':
      return true;
    case 'choice':
      return node.nodes.some(canBeEmpty);
    case 'sequence':
      return node.nodes.every(canBeEmpty);
    default:
      return false;
  }
}

/** The most units that a class takes, such as "two to three full business days". */
export const classMost = 16;

/** The fewest and the most units that a node takes. */
export function width(node: PhraseNode): { readonly least: number; readonly most: number } {
  switch (node.kind) {
    case 'gap':
      return { least: 0, most: node.most };
    case 'class':
      return { least: 1, most: classMost };
    case 'optional':
      return { least: 0, most: width(node.node).most };
    case 'choice': {
      const all = node.nodes.map(width);
      return {
        least: Math.min(...all.map((each) => each.least)),
        most: Math.max(...all.map((each) => each.most)),
      };
    }
    case 'sequence': {
      const all = node.nodes.map(width);
      return {
        least: all.reduce((sum, each) => sum + each.least, 0),
        most: all.reduce((sum, each) => sum + each.most, 0),
      };
    }
    default:
      return { least: 1, most: 1 };
  }
}
