import { expect, it } from 'vitest';
import { instantOf } from '../../src/call/instant.ts';
import { dueAfter } from '../../src/judge/due-after.ts';
import { dueAt } from '../../src/judge/due-at.ts';

/** When what is said is due, as ISO 8601. */
function due(sentence: string, startedAt: string, later = 0): readonly [earliest: string, latest: string] {
  const at = dueAt(instantOf(startedAt)!, later, dueAfter(sentence, startedAt, later)!);
  return [new Date(at.earliest).toISOString(), new Date(at.latest).toISOString()];
}

// 2026-01-05 is a Monday.
it.each<readonly [sentence: string, earliest: string, latest: string]>([
  ['tomorrow', '2026-01-07T00:00:00.000Z', '2026-01-06T23:59:59.999Z'],
  ['明天给您回电', '2026-01-07T00:00:00.000Z', '2026-01-06T23:59:59.999Z'],
  ['today', '2026-01-06T00:00:00.000Z', '2026-01-05T23:59:59.999Z'],
  ['by Friday', '2026-01-10T00:00:00.000Z', '2026-01-09T23:59:59.999Z'],
  ['tomorrow by 5 pm', '2026-01-06T17:00:00.000Z', '2026-01-06T17:00:00.000Z'],
  ['by midnight tomorrow', '2026-01-07T00:00:00.000Z', '2026-01-06T23:59:59.999Z'],
  ['by 5 pm', '2026-01-05T17:00:00.000Z', '2026-01-05T23:59:59.999Z'],
  ['in two hours', '2026-01-05T02:00:00.000Z', '2026-01-05T23:59:59.999Z'],
  ['within 24 hours', '2026-01-06T00:00:00.000Z', '2026-01-06T23:59:59.999Z'],
  ['within three days', '2026-01-08T00:00:00.000Z', '2026-01-08T23:59:59.999Z'],
  ['三天内给您回复', '2026-01-08T00:00:00.000Z', '2026-01-08T23:59:59.999Z'],
  ['within five business days', '2026-01-12T00:00:00.000Z', '2026-01-12T23:59:59.999Z'],
])('%s on a day without a time', (sentence, earliest, latest) => {
  expect(due(sentence, '2026-01-05')).toEqual([earliest, latest]);
  // How far into the call it was said makes no other day of it.
  expect(due(sentence, '2026-01-05', 600_000)).toEqual([earliest, latest]);
});

it.each([
  ['tomorrow', '2026-01-07T00:00:00.000Z'],
  ['in two hours', '2026-01-05T12:10:00.000Z'],
])('%s in a call that has a time', (sentence, at) => {
  expect(due(sentence, '2026-01-05T10:00', 600_000)).toEqual([at, at]);
});
