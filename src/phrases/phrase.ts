/** The phrase language: what a phrase is once it is parsed. The grammar is in parse.ts. */

/** The classes of a phrase, in digits and in words, in both languages; instructions number them in this order. */
export const phraseClasses = [
  'number',
  'money',
  'date',
  'time',
  'duration',
  'phone',
  'order-number',
] as const;

export type PhraseClass = (typeof phraseClasses)[number];

/** A node of a parsed phrase. Words are folded and contractions are in their long forms. */
export type PhraseNode =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'mark'; readonly mark: '?' | '!' }
  | { readonly kind: 'class'; readonly name: PhraseClass }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'optional'; readonly node: PhraseNode }
  | { readonly kind: 'sequence'; readonly nodes: readonly PhraseNode[] }
  | { readonly kind: 'choice'; readonly nodes: readonly PhraseNode[] };

export interface ParsedPhrase {
  readonly node: PhraseNode;
  /** `^`: only at the beginning of the stretch. */
  readonly atStart: boolean;
  /** `$`: only at the end of the stretch. */
  readonly atEnd: boolean;
}

/** A hit of a phrase: units `[first, last]` of a stretch's units. */
export interface PhraseHit {
  /** The number of the phrase among those that were compiled. */
  readonly phrase: number;
  readonly first: number;
  readonly last: number;
}
