import { describe, expect, it } from 'vitest';
import { chooseAnchors, needsOf } from '../../src/phrases/anchors.ts';
import { compilePhrases } from '../../src/phrases/compile.ts';
import { countedFrequency, estimatedFrequency } from '../../src/phrases/frequency.ts';
import { parsePhrase } from '../../src/phrases/parse.ts';
import type { PhraseNode } from '../../src/phrases/phrase.ts';
import { phraseFlag } from '../../src/phrases/program.ts';
import { symbol } from '../../src/phrases/symbols.ts';

const node = (text: string): PhraseNode => parsePhrase(text).node;
const words = (leaves: readonly PhraseNode[]): readonly string[] =>
  leaves.map((leaf) =>
    leaf.kind === 'word' ? leaf.word : leaf.kind === 'prefix' ? `${leaf.prefix}*` : leaf.kind,
  );

describe('anchors', () => {
  it.each([
    // phrase, first words, words right after, units before
    ['calm down', ['calm'], ['down'], 0, 0],
    ['i apologize', ['i'], ['apologize'], 0, 0],
    ['please [just] calm down', ['calm'], ['down'], 1, 2],
    // Whatever may stand between belongs to the pair.
    ['(calm|settle) [yourself] down', ['settle', 'calm'], ['yourself', 'down'], 0, 0],
    ['policy ... nothing', ['policy'], [], 0, 0],
    ['我也没办法', ['办'], ['法'], 3, 3],
  ] as const)('of %j', (text, first, second, least, most) => {
    const anchors = chooseAnchors(node(text));
    expect(anchors).toHaveLength(1);
    const [anchor] = anchors;
    expect(words(anchor!.first).toSorted()).toEqual(first.toSorted());
    expect(words(anchor!.second).toSorted()).toEqual(second.toSorted());
    expect([anchor!.least, anchor!.most]).toEqual([least, most]);
  });

  it('of a choice are those of every branch', () => {
    const anchors = chooseAnchors(node('(hold the line|请稍等)'));
    const found = anchors.flatMap(({ first }) => words(first));
    expect(found.some((word) => /[a-z]/.test(word))).toBe(true);
    expect(found.some((word) => /\p{Script=Han}/u.test(word))).toBe(true);
  });

  it('may begin further back where a class stands before them', () => {
    const [anchor] = chooseAnchors(node('<duration> refund'));
    expect(words(anchor!.first)).toEqual(['refund']);
    expect(anchor!.least).toBe(1);
    expect(anchor!.most).toBeGreaterThan(4);
  });
});

describe('needs', () => {
  it('names what else must stand, the rarest first, and nothing that may be missing', () => {
    const needs = needsOf(node('please [kindly] (calm|settle) ... yourself')).map(words);
    expect(needs.flat()).not.toContain('kindly');
    expect(needs.flat()).toEqual(expect.arrayContaining(['calm', 'settle', 'yourself']));
    expect(needs.at(-1)).toEqual(['please']);
  });
});

describe('compilePhrases', () => {
  const texts = [
    'calm [yourself] down',
    '^ 冷静(一下|一点) $',
    'sorry? pardon',
    'a [b] [c] [d] e',
    "can't help",
    '{x}',
  ];
  const parsed = texts.slice(0, -1).map((text) => parsePhrase(text));
  const compiled = compilePhrases(parsed);

  it('gives the same for the same phrases', () => {
    expect(compilePhrases(parsed)).toEqual(compiled);
  });

  it('knows every word that a phrase names, with contractions in their long form', () => {
    expect(compiled.vocabulary.words).toEqual(
      expect.arrayContaining(['calm', 'yourself', 'down', 'can', 'not', 'help']),
    );
    expect(compiled.vocabulary.words).not.toContain("can't");
    expect([...compiled.vocabulary.characters].toSorted()).toEqual([...'一下冷点静'].toSorted());
  });

  it('marks the edges, the many ways and the run over a sentence end', () => {
    expect([...compiled.flags]).toEqual([
      0,
      phraseFlag.atStart | phraseFlag.atEnd,
      phraseFlag.runsOn,
      phraseFlag.manyWays,
      0,
    ]);
  });

  it('counts the most units that a phrase takes', () => {
    expect([...compiled.most]).toEqual([3, 4, 3, 5, 3]);
  });

  it('has an anchor for every program', () => {
    const { places } = compiled.anchors;
    expect(places.filter((_, index) => index % 3 === 0)).toEqual(Int32Array.of(0, 1, 2, 3, 4));
  });

  it('makes a program of each branch of a choice, and one of all its words', () => {
    const { programs, most } = compilePhrases(
      ['down', '(calm|calm down|settle|(so|so what now))', '(calm|settle)'].map((text) => parsePhrase(text)),
    );
    expect([...programs]).toEqual([0, 1, 4, 5]);
    expect([...most]).toEqual([1, 1, 2, 3, 1]);
  });

  it('keeps equal instructions once', () => {
    const length = (...all: readonly string[]): number =>
      compilePhrases(all.map((text) => parsePhrase(text))).code.length;
    expect(length('please calm down', 'just calm down')).toBe(length('please calm down') + 2);
    expect(length('calm down', 'calm down')).toBe(length('calm down'));
  });

  it('looks for what is rare in the talk that it is given', () => {
    const phrase = [parsePhrase('flight ... banana')];
    const rare = (talk: readonly string[]): string => {
      const { vocabulary, anchors } = compilePhrases(phrase, talk);
      return vocabulary.words[anchors.singles.findIndex((group) => group !== 0) - symbol.firstWord]!;
    };
    expect(rare([])).toBe('banana');
    expect(rare(['banana '.repeat(9000)])).toBe('flight');
  });
});

describe('frequencies', () => {
  const symbols: Readonly<Record<string, number>> = { a: 8, b: 9, c: 10 };
  const leaf = (word: string) => ({ kind: 'word', word }) as const;
  const counted = countedFrequency(
    ['abab'.repeat(1000)],
    (text) => Int32Array.from(text, (each) => symbols[each]!),
    (each) => (each.kind === 'word' ? [symbols[each.word]!] : []),
  );

  it('are those of the texts, as far as there are texts', () => {
    expect(counted.of(leaf('b'))).toBeGreaterThan(200);
    expect(counted.of(leaf('c'))).toBeLessThan(estimatedFrequency.of(leaf('c')));
  });

  it('know which neighbours go together', () => {
    expect(counted.ofPair([leaf('a')], [leaf('b')])).toBeGreaterThan(
      2 * counted.ofPair([leaf('a')], [leaf('a')]),
    );
  });
});
