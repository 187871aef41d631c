import { expect, it } from 'vitest';
import { Failure } from '../../src/call/failure.ts';
import {
  applyBaseline,
  baselineOf,
  pruneBaseline,
  readBaseline,
  writeBaseline,
} from '../../src/scripts/baseline.ts';
import type { ScriptDocument } from '../../src/scripts/document.ts';
import { problemWith } from './problem.ts';
import { readText } from './read.ts';

const all = (document: ScriptDocument, count: number) =>
  Array.from({ length: count }, (_, nth) => problemWith(document, 'calm down', { nth }));
const everyFile = () => true;

it('knows what it has seen, wherever it moved, and no more of it', async () => {
  const before = await readText('a.md', 'calm down\n\ncalm down');
  const baseline = baselineOf(all(before, 2));
  expect(baseline.entries).toMatchObject([{ file: 'a.md', rule: 'no-calm-down', count: 2 }]);
  const after = await readText('a.md', '# New\n\nok\n\ncalm down\n\nplease calm down\n\ncalm down');
  const problems = all(after, 3);
  expect(applyBaseline(problems, baseline, everyFile)).toEqual({
    problems: problems.slice(2),
    known: problems.slice(0, 2),
    stale: [],
  });
});

it('finds stale entries, of linted files alone, and prunes them', async () => {
  const document = await readText('a.md', 'calm down\n\ncalm down\n\ncalm down');
  const other = await readText('b.md', 'calm down');
  const baseline = baselineOf([...all(document, 3), ...all(other, 1)]);
  const { stale } = applyBaseline(all(document, 1), baseline, (file) => file === 'a.md');
  expect(stale).toMatchObject([{ file: 'a.md', count: 2 }]);
  expect(pruneBaseline(baseline, stale).entries.map(({ file, count }) => [file, count])).toEqual([
    ['a.md', 1],
    ['b.md', 1],
  ]);
  const { stale: both } = applyBaseline([], baseline, everyFile);
  expect(pruneBaseline(baseline, both).entries).toEqual([]);
});

it('is written in one order and read back', async () => {
  const a = await readText('a.md', 'calm down');
  const b = await readText('b.md', 'calm down');
  const problems = [...all(b, 1), ...all(a, 1), problemWith(a, 'calm', { rule: 'no-rudeness' })];
  const text = writeBaseline(baselineOf(problems));
  expect(writeBaseline(baselineOf(problems.toReversed()))).toBe(text);
  expect(readBaseline(text, 'x')).toEqual(baselineOf(problems));
  expect(text.indexOf('"a.md"')).toBeLessThan(text.indexOf('"b.md"'));
  expect(readBaseline(writeBaseline({ entries: [] }), 'x')).toEqual({ entries: [] });
});

it.each([
  'no',
  '[]',
  '{"schema":"callqa/baseline@1"}',
  '{"schema":"callqa/baseline@1","files":{"a":{"f":{"rule":"x","count":0}}}}',
  '{"schema":"x","files":{}}',
])('%s is none', (text) => {
  expect(readBaseline(text, 'x')).toBeInstanceOf(Failure);
});
