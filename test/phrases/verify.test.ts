import { expect, it } from 'vitest';
import { Automaton } from '../../src/phrases/automaton.ts';
import { compilePhrases } from '../../src/phrases/compile.ts';
import { parsePhrase } from '../../src/phrases/parse.ts';
import { Verifier } from '../../src/phrases/verify.ts';

/** The last unit of the longest match of a phrase from each unit of a text; -1 where there is none. */
function longest(phrase: string, text: string): readonly number[] {
  const compiled = compilePhrases([parsePhrase(phrase)]);
  const units = new Automaton(compiled).scan(text);
  const verifier = new Verifier(compiled);
  verifier.begin(text, units);
  return Array.from({ length: units.count }, (_, first) => verifier.longest(0, units, first));
}

it.each([
  ['calm down', 'calm down now', [1, -1, -1]],
  ['calm [right] down', 'calm right down', [2, -1, -1]],
  // The longest of several ways.
  ['calm [down] [now]', 'calm down now', [2, -1, -1]],
  ['(calm|calm down|calm down now)', 'calm down now', [2, -1, -1]],
  ['policy ... nothing', 'policy so nothing', [2, -1, -1]],
  ['policy ...1 nothing', 'policy and so nothing', [-1, -1, -1, -1]],
  // The end of a sentence is a unit of its own, and no gap goes over it.
  ['policy ... nothing', 'policy. nothing', [-1, -1, -1]],
  ['sorry? what', 'sorry? what', [2, -1, -1]],
  ['sorry?', 'sorry!', [-1, -1]],
  ['^ calm', 'calm calm', [0, -1]],
  ['calm $', 'calm calm.', [-1, 1, -1]],
  ['apologi*', 'apologies apology', [0, -1]],
  ['within <duration> ok', 'within two business days ok', [4, -1, -1, -1, -1]],
  // Remembering where it was keeps no match from being found.
  ['a [b] [c] ... [d] ... e', 'a b x c d x e', [6, -1, -1, -1, -1, -1, -1]],
] as const)('%j in %j', (phrase, text, expected) => {
  expect(longest(phrase, text)).toEqual(expected);
});

it('starts anew with each text', () => {
  const compiled = compilePhrases([parsePhrase('wait <duration> please')]);
  const automaton = new Automaton(compiled);
  const verifier = new Verifier(compiled);
  const find = (text: string): number => {
    const units = automaton.scan(text);
    verifier.begin(text, units);
    return verifier.longest(0, units, 0);
  };
  expect([find('wait two days please'), find('wait for it please'), find('wait 48 hours please')]).toEqual([
    3, -1, 3,
  ]);
});
