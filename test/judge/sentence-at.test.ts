import { expect, it } from 'vitest';
import { clauseAt, sentenceAt } from '../../src/judge/sentence-at.ts';

it.each<readonly [text: string, word: string, sentence: string, clause: string]>([
  ['One. Two, three! Four', 'One', 'One.', 'One.'],
  ['One. Two, three! Four', 'three', 'Two, three!', 'three!'],
  ['One. Two, three! Four', 'Four', 'Four', 'Four'],
  ['At 5 p.m. today or 3.5 hours', 'today', 'At 5 p.m. today or 3.5 hours', 'At 5 p.m. today or 3.5 hours'],
  ['It is 1,000 now, and so', '1,000', 'It is 1,000 now, and so', 'It is 1,000 now'],
  ['好的。我查一下，马上回您。再见', '马上', '我查一下，马上回您。', '马上回您。'],
  ['first line\nsecond', 'second', 'second', 'second'],
])('%s: %s', (text, word, sentence, clause) => {
  const at = text.indexOf(word);
  const around = sentenceAt(text, at);
  const inner = clauseAt(text, at, around);
  expect(text.slice(around.start, around.end).trim()).toBe(sentence);
  expect(text.slice(inner.start, inner.end).trim()).toBe(clause);
});
