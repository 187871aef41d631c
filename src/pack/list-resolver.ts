/** The lists of a pack as phrases name them: each a choice of its lines. */
import { parseListLine } from '../phrases/parse.ts';
import type { PhraseNode } from '../phrases/phrase.ts';
import type { Pack } from './model.ts';

/** Gives a list by its name, parsed once; undefined where there is none. The lists hold no circle. */
export function listResolver(lists: Pack['lists']): (name: string) => PhraseNode | undefined {
  const nodes = new Map<string, PhraseNode>();
  const list = (name: string): PhraseNode | undefined => {
    const known = nodes.get(name);
    if (known !== undefined) return known;
    const written = lists[name];
    if (written === undefined) return undefined;
    const node: PhraseNode = { kind: 'choice', nodes: written.map(({ text }) => parseListLine(text, list)) };
    nodes.set(name, node);
    return node;
  };
  return list;
}
