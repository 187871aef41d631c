import { expect, it } from 'vitest';
import { Automaton } from '../../src/phrases/automaton.ts';
import { ClassEnds } from '../../src/phrases/class-ends.ts';
import { compilePhrases } from '../../src/phrases/compile.ts';
import { parsePhrase } from '../../src/phrases/parse.ts';
import { Presence } from '../../src/phrases/presence.ts';
import { SymbolSets } from '../../src/phrases/symbol-sets.ts';
import { isBreak } from '../../src/phrases/symbols.ts';
import { Verifier } from '../../src/phrases/verify.ts';

/** For texts: the last unit of the longest match of a phrase from each unit; -1 where there is none. */
function verifierOf(phrase: string): (text: string) => readonly number[] {
  const compiled = compilePhrases([parsePhrase(phrase)]);
  const automaton = new Automaton(compiled.vocabulary);
  const presence = new Presence(compiled);
  const classes = new ClassEnds(compiled, presence);
  const verifier = new Verifier(compiled, new SymbolSets(compiled), classes);
  return (text) => {
    const units = automaton.scan(text);
    presence.begin(units);
    classes.begin(text, units);
    let last = units.count - 1;
    while (last > 0 && isBreak(units.symbols[last]!)) last--;
    verifier.begin(last);
    return Array.from({ length: units.count }, (_, first) => verifier.longest(0, units, first));
  };
}

it.each([
  ['calm down', 'calm down now', [1, -1, -1]],
  ['calm [right] down', 'calm right down', [2, -1, -1]],
  // The longest of several ways.
  ['calm [down] [now]', 'calm down now', [2, -1, -1]],
  ['so (calm|calm down|calm down now)', 'so calm down now', [3, -1, -1, -1]],
  ['policy ... nothing', 'policy so nothing', [2, -1, -1]],
  ['policy ...1 nothing', 'policy and so nothing', [-1, -1, -1, -1]],
  // The end of a sentence is a unit of its own, and no gap goes over it.
  ['policy ... nothing', 'policy. nothing', [-1, -1, -1]],
  ['sorry? what', 'sorry? what', [2, -1, -1]],
  ['sorry?', 'sorry!', [-1, -1]],
  ['calm $', 'calm calm.', [-1, 1, -1]],
  ['apologi*', 'apologies apology', [0, -1]],
  ['within <duration> ok', 'within two business days ok', [4, -1, -1, -1, -1]],
  // Remembering where it was keeps no match from being found.
  ['a [b] [c] ... [d] ... e', 'a b x c d x e', [6, -1, -1, -1, -1, -1, -1]],
] as const)('%j in %j', (phrase, text, expected) => {
  expect(verifierOf(phrase)(text)).toEqual(expected);
});

it('starts anew with each text', () => {
  const longest = verifierOf('wait <duration> please');
  const texts = [
    'wait two days please',
    'wait days two please',
    'wait for it please',
    'wait 48 hours please',
  ];
  expect(texts.map((text) => longest(text)[0])).toEqual([3, -1, -1, 3]);
});
