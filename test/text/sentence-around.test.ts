import { expect, it } from 'vitest';
import { sentenceAround } from '../../src/text/sentence-around.ts';

const long = 'and so on and on it goes, '.repeat(8);

it.each([
  ['the only one', 'please wait a moment', 'wait', 'please wait a moment'],
  ['one of three', 'Hello there. Please wait a moment! Thanks.', 'wait', 'Please wait a moment!'],
  ['across no abbreviation', 'Mr. Li will wait. Yes.', 'wait', 'Mr. Li will wait.'],
  ['a decimal', 'It is 3.5 GB now. Yes.', 'GB', 'It is 3.5 GB now.'],
  ['an ellipsis', 'Well... please wait. Yes.', 'wait', 'Well... please wait.'],
  ['Chinese', '您好。请您耐心等待短信。谢谢', '等待', '请您耐心等待短信。'],
  ['a question before', '好吗？您稍等，我查一下。', '我查', '您稍等，我查一下。'],
  ['where the piece is the sentence', 'No. Wait. Yes.', 'Wait.', 'Wait.'],
  ['where the piece has two sentences', 'No. Wait. Now. Yes.', 'Wait. Now', 'Wait. Now.'],
])('%s', (_, text, piece, expected) => {
  const at = text.indexOf(piece);
  const { start, end } = sentenceAround(text, at, at + piece.length);
  expect(text.slice(start, end)).toBe(expected);
});

it.each([
  ['before', `${long}please wait`, 'please wait'],
  ['behind', `please wait, ${long}`, 'please wait'],
  ['on both sides', `${long}please wait, ${long}`, 'please wait'],
])('is cut at a clause where it is long %s', (_, text, piece) => {
  const at = text.indexOf(piece);
  const { start, end } = sentenceAround(text, at, at + piece.length);
  expect(text.slice(start, end)).toContain(piece);
  expect(end - start).toBeLessThanOrEqual(120);
  expect(text.slice(start, end)).toMatch(/^(?:and so|please)/u);
});

it('cuts no character in halves', () => {
  const text = `${'😀'.repeat(100)}wait${'😀'.repeat(100)}`;
  const { start, end } = sentenceAround(text, 200, 204);
  expect(text.slice(start, end)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/u);
});
