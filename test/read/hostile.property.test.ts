/** Hostile input: random bytes and mutated fixtures give calls and failures, and nothing else is thrown. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../src/read/read.ts';
import { itemsOf } from './content.ts';

const folder = fileURLToPath(new URL('../../fixtures/formats/', import.meta.url));
const formats = ['text', 'json', 'jsonl', 'csv', 'vtt', 'srt'] as const;
const files = ['en', 'zh', 'tw'].flatMap((language) =>
  readdirSync(folder + language)
    .filter((file) => !file.endsWith('.json') || file === 'canonical.json')
    .map((file) => `${language}/${file}`),
);
/** The beginning of each, so that a mutation hits something that matters; a gzip is whole. */
const fixtures = files.map((file) => {
  const bytes = readFileSync(folder + file);
  return file.endsWith('.gz') ? bytes : bytes.subarray(0, 1200);
});

/** Gives something, and nothing that is not a call or a Failure with a code. */
async function holds(bytes: Uint8Array, options: ReadOptions): Promise<void> {
  const items = await itemsOf(bytes, options);
  expect(items.length).toBeGreaterThan(0);
  for (const item of items) {
    if ('failure' in item) expect(item.failure.code).toMatch(/^[a-z][a-z0-9-]+$/u);
    else for (const turn of item.call.turns) expect(typeof turn.text).toBe('string');
  }
}

const format = fc.constantFrom(undefined, ...formats);
const encoding = fc.constantFrom(
  undefined,
  undefined,
  'utf-8',
  'gb18030',
  'big5',
  'utf-16le',
  'windows-1252',
);
const said = fc.record({ inputFormat: format, encoding }).map(({ inputFormat, encoding }) => ({
  ...(inputFormat === undefined ? {} : { inputFormat }),
  ...(encoding === undefined ? {} : { encoding }),
}));

const edit = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), byte: fc.nat(255) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.nat(60) }),
  fc.record({ kind: fc.constant('repeat' as const), at: fc.nat(), length: fc.nat(60) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.nat(),
    text: fc.constantFrom(
      '\0',
      '\ufeff',
      '"',
      '{',
      '[',
      ']}',
      '\\',
      '\n',
      '\r',
      '\n\n',
      '-->',
      '<v ',
      '</v>',
      '&#x110000;',
      '---\n',
      '\ud83d',
      '1e999',
      '9'.repeat(40),
      ' '.repeat(300),
    ),
  }),
);

function edited(bytes: Buffer, change: typeof edit extends fc.Arbitrary<infer Edit> ? Edit : never): Buffer {
  const at = change.at % (bytes.length + 1);
  switch (change.kind) {
    case 'flip': {
      const copy = Buffer.from(bytes);
      if (at < copy.length) copy[at] = change.byte;
      return copy;
    }
    case 'cut':
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + change.length)]);
    case 'repeat':
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - change.length))]);
    case 'insert':
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(change.text), bytes.subarray(at)]);
  }
}

const randomRuns = 3000;
const mutatedRuns = 3000;

describe('no reader throws anything but a Failure', () => {
  it(`on ${randomRuns} random texts and bytes`, async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc
        .uint8Array({ maxLength: 300 })
        .map((bytes) => Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), bytes])),
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text, 'utf16le')),
      fc.string({ unit: 'grapheme', maxLength: 100 }).map((text) => gzipSync(text)),
    );
    await fc.assert(fc.asyncProperty(bytes, said, holds), { numRuns: randomRuns });
  });

  it(`on ${mutatedRuns} mutations of ${files.length} fixtures`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fixtures),
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        said,
        async (bytes, edits, said) => holds(edits.reduce(edited, bytes), said),
      ),
      { numRuns: mutatedRuns },
    );
  });
});
