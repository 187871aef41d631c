import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { compilePhrases } from '../../src/phrases/compile.ts';
import { Matcher } from '../../src/phrases/match.ts';
import { parsePhrase } from '../../src/phrases/parse.ts';
import { PhraseError } from '../../src/phrases/phrase-error.ts';
import { referenceHits } from './reference.ts';

const phraseWords = [
  'calm',
  'down',
  'you',
  'not',
  'can',
  'do',
  'is',
  'has',
  'would',
  'had',
  'it',
  'i',
  'am',
  'sorry',
  'apologize',
  'no',
  'let',
  'us',
  'system',
  "can't",
  "don't",
  "it's",
  "i'd",
  "you're",
  "won't",
  "let's",
  'dont',
  "system's",
  '24',
  '4g',
  'that',
  'are',
  '冷静',
  '一下',
  '我',
  '也',
  '没办法',
  '规定',
  '您',
  '那',
  '覆',
  '回覆',
  '个',
];
/** Phrases over a few words, so that texts over the same few hit them. */
function phrasesOf(words: readonly string[]): fc.Arbitrary<string> {
  const { sequence } = fc.letrec<{ readonly sequence: string; readonly item: string }>((tie) => ({
    sequence: fc.array(tie('item'), { minLength: 1, maxLength: 4 }).map((items) => items.join(' ')),
    item: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { arbitrary: fc.constantFrom(...words), weight: 5 },
      {
        arbitrary: fc.constantFrom('apologi*', 'sys*', 'can*', 'apolog*', '...', '...2', '...0', '?', '!'),
        weight: 2,
      },
      { arbitrary: tie('sequence').map((inner) => `[${inner}]`), weight: 1 },
      {
        arbitrary: fc
          .array(tie('sequence'), { minLength: 2, maxLength: 3 })
          .map((branches) => `(${branches.join('|')})`),
        weight: 1,
      },
    ),
  }));
  return fc
    .tuple(fc.constantFrom('', '', '', '^ '), sequence, fc.constantFrom('', '', '', ' $'))
    .map((parts) => parts.join(''))
    .filter((written) => parsed(written) !== undefined);
}

const textPieces = [
  ...phraseWords,
  'CALM',
  'Down',
  "CAN'T",
  'cannot',
  'cant',
  'can not',
  'wont',
  'it’s',
  "I'd",
  'I’m',
  'im',
  'apologies',
  'apologizing',
  'apologized',
  'systems',
  "system's",
  'candle',
  'ｃａｌｍ',
  'ca\u200blm',
  'cálm',
  'ca\u0301lm',
  'calm’s',
  'no.',
  'No. 5',
  'Mr.',
  'U.S.',
  '3.5',
  '1,000',
  '24',
  '24.',
  '9:30',
  'um',
  'uh',
  'er',
  "um's",
  '冷靜',
  '冷嗯静',
  '冷\u200b静',
  '冷，静',
  '沒辦法',
  '規定',
  '妳',
  '那个',
  '那個',
  '那',
  '個',
  '回复',
  '回覆',
  '𠮷',
  '😀',
  '嗯',
  '呃',
  'é',
  'ß',
  'に',
  '한국',
  "'",
  '"calm"',
];
const separators = [
  '',
  ' ',
  ' ',
  ' ',
  ', ',
  '，',
  ' - ',
  '…',
  '...',
  '. ',
  '.',
  '? ',
  '?!',
  '！',
  '。',
  '\n',
  '\u200b',
  ' um ',
  '嗯',
  '; ',
  '；',
];
function textsOf(words: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { arbitrary: fc.constantFrom(...words), weight: 3 },
    { arbitrary: fc.constantFrom(...textPieces), weight: 1 },
  );
  return fc
    .array(fc.tuple(piece, fc.constantFrom(...separators)), { maxLength: 14 })
    .map((pieces) => pieces.flat().join(''));
}
const trial = fc
  .subarray(phraseWords, { minLength: 2, maxLength: 5 })
  .chain((words) =>
    fc.tuple(
      fc.array(phrasesOf(words), { minLength: 1, maxLength: 4 }),
      fc.array(textsOf(words), { minLength: 1, maxLength: 4 }),
    ),
  );

function parsed(written: string): ReturnType<typeof parsePhrase> | undefined {
  try {
    return parsePhrase(written);
  } catch (error) {
    if (error instanceof PhraseError) return undefined;
    throw error;
  }
}

it('finds exactly what a naive reading of the grammar finds', () => {
  let compared = 0;
  let hitCount = 0;
  fc.assert(
    fc.property(trial, ([written, texts]) => {
      const phrases = written.map(parsed).filter((each) => each !== undefined);
      // What is thought to be rare must not matter.
      const matcher = new Matcher(compilePhrases(phrases, texts.slice(1)));
      for (const each of texts) {
        const units = matcher.read(each);
        const spans = phrases.map((): (readonly [number, number])[] => []);
        for (const { phrase, first, last } of matcher.hits())
          spans[phrase]!.push([units.starts[first]!, units.ends[last]!]);
        phrases.forEach((one, index) => {
          const expected = referenceHits(one, each);
          expect(spans[index], `${JSON.stringify(written)} in ${JSON.stringify(each)}`).toEqual(expected);
          compared++;
          hitCount += expected.length;
        });
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? 1500), seed: Number(process.env['SEED'] ?? 7) },
  );
  // Guards against a generator whose phrases never hit.
  expect(compared).toBeGreaterThan(3000);
  expect(hitCount).toBeGreaterThan(800);
});
