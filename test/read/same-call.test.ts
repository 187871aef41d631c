/** fixtures/formats: one call in every format that is not a vendor's JSON gives the same words, speakers and times. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Call, Speaker } from '../../src/call/call.ts';
import { itemsOf, sorted } from './content.ts';

const folder = fileURLToPath(new URL('../../fixtures/formats/', import.meta.url));
const languages = ['en', 'zh', 'tw'] as const;
const files = languages.flatMap((language) =>
  readdirSync(folder + language)
    .filter((file) => extname(file) !== '.json')
    .map((file) => [`${language}/${file}`, language] as const),
);
const speakers = new Map<string, Speaker>([
  ['Nina Bell', 'agent'],
  ['Omar Reyes', 'customer'],
]);

describe('the common call', () => {
  it('comes in each format', () => {
    const extensions = new Set(files.map(([file]) => extname(file)));
    expect([...extensions].sort()).toEqual(['.csv', '.gz', '.jsonl', '.srt', '.tsv', '.txt', '.vtt']);
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(files)('%s is the same call', async (file, language) => {
    const common = JSON.parse(readFileSync(`${folder}${language}/canonical.json`, 'utf8')) as Call;
    const warnings: string[] = [];
    const items = await itemsOf(readFileSync(folder + file), {
      path: file,
      speakers,
      warn: ({ message }) => warnings.push(message),
    });
    const { calls, failures } = sorted(items);
    expect({ failures, warnings }).toEqual({ failures: [], warnings: [] });
    expect(calls).toHaveLength(1);
    const said = ({ turns }: Call) => turns.map(({ speaker, text }) => `${speaker}: ${text}`);
    expect(said(calls[0]!)).toEqual(said(common));
    for (const [index, { start, end }] of calls[0]!.turns.entries()) {
      const { start: from, end: to } = common.turns[index]!;
      // Two speakers of one cue have its times.
      expect(start).toBeLessThanOrEqual(from!);
      expect(end).toBeGreaterThanOrEqual(to!);
      if (!file.endsWith('.srt')) expect([start, end]).toEqual([from, to]);
    }
  });

  it.each(files.map(([file]) => [file]))('%s is known whatever its name', async (file) => {
    const bytes = readFileSync(folder + file);
    const nameless = sorted(await itemsOf(bytes, { path: 'x', speakers }));
    expect(nameless.failures).toEqual([]);
    expect(nameless.calls.map(({ turns }) => turns)).toEqual(
      sorted(await itemsOf(bytes, { path: file, speakers })).calls.map(({ turns }) => turns),
    );
  });
});
