/** A parsed phrase in print, one way for each tree. */
import type { ParsedPhrase, PhraseNode } from '../../src/phrases/phrase.ts';

function node(each: PhraseNode): string {
  switch (each.kind) {
    case 'word':
      return each.word;
    case 'prefix':
      return `${each.prefix}*`;
    case 'mark':
      return each.mark;
    case 'class':
      return `<${each.name}>`;
    case 'gap':
      return `...${each.most}`;
    case 'optional':
      return `[${node(each.node)}]`;
    case 'choice':
      return `(${each.nodes.map(node).join('|')})`;
    case 'sequence':
      return each.nodes.map(node).join(' ');
  }
}

/** Words between spaces, long forms written out, every gap with its width. */
export function written({ node: tree, atStart, atEnd }: ParsedPhrase): string {
  return `${atStart ? '^ ' : ''}${node(tree)}${atEnd ? ' $' : ''}`;
}
