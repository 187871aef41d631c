import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../../src/call/call.ts';
import { Failure } from '../../../src/call/failure.ts';
import { checkCall } from '../../../src/read/canonical.ts';
import { labelReader } from '../../../src/read/labels.ts';
import { vendorFormats, type VendorFormat } from '../../../src/read/vendors/formats.ts';
import { readVendor, recogniseVendors } from '../../../src/read/vendors/read-vendor.ts';
import { itemsOf } from '../content.ts';

const labelOf = labelReader();
const folder = fileURLToPath(new URL('../../../fixtures/formats/', import.meta.url));
/** 2 × 48 × 60 + 400 = 6160 inputs in all. */
const runs = 60;

/** A fixture with its first turns only, so that a mutation often hits one, and with JSON in strings taken out of them. */
function fixtureOf(language: string, format: VendorFormat): unknown {
  const shorten = (value: unknown): unknown => {
    if (typeof value === 'string' && /^[[{]/u.test(value)) return shorten(JSON.parse(value));
    if (Array.isArray(value)) {
      // The common call has 13 turns; what is longer lists words.
      const keep = value.length < 13 ? value.length : value.length < 15 ? 4 : 30;
      return value.slice(0, keep).map(shorten);
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shorten(inner)]));
  };
  return shorten(JSON.parse(readFileSync(`${folder}${language}/${format}.json`, 'utf8')));
}

type Path = readonly (string | number)[];

/** The paths of all values that hold for `isWanted`. */
function pathsOf(value: unknown, isWanted: (value: unknown) => boolean, path: Path = []): readonly Path[] {
  const own = path.length > 0 && isWanted(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return own;
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [...own, ...entries.flatMap(([key, inner]) => pathsOf(inner, isWanted, [...path, key]))];
}

/** A copy with the value at a path replaced, or gone where the replacement is undefined. */
function mutated(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value)) {
    const next = mutated(value[key as number], rest, replacement);
    return value.flatMap((item: unknown, index) =>
      index !== key ? [item] : next === undefined ? [] : [next],
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Readonly<Record<string, unknown>>;
  const next = mutated(record[key], rest, replacement);
  return Object.fromEntries(
    Object.entries(record).flatMap(([own, inner]) =>
      own !== key ? [[own, inner]] : next === undefined ? [] : [[own, next]],
    ),
  );
}

const anything = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom(null, true, 0, -1, 1e300, '', ' ', 'x', '12.5s', 'PT1S', '{', [], {}, [null], [[]], [{}]),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Changes of a value: where, as a share of all its paths, and what stands there then. */
const changes = (replacement: fc.Arbitrary<unknown>) =>
  fc.array(fc.tuple(fc.double({ min: 0, max: 0.999_999, noNaN: true }), replacement), {
    minLength: 1,
    maxLength: 4,
  });

function withChanges(
  value: unknown,
  list: readonly (readonly [number, unknown])[],
  isWanted: (value: unknown) => boolean,
): unknown {
  let changed = value;
  for (const [share, replacement] of list) {
    const paths = pathsOf(changed, isWanted);
    const path = paths[Math.floor(share * paths.length)];
    if (path !== undefined) changed = mutated(changed, path, replacement);
  }
  return changed;
}

/** All that a call says, without regard to turns, case and punctuation. */
const wordsOf = (call: Call) =>
  [
    ...call.turns
      .map(({ text }) => text)
      .join('')
      .toLowerCase()
      .replaceAll(/[\p{P}\s]/gu, ''),
  ]
    .sort()
    .join('');

const cases = vendorFormats.flatMap((format) => ['en', 'zh'].map((language) => ({ format, language })));

describe('mutated fixtures', () => {
  it.each(cases)('of $format give calls or failures ($language)', ({ format, language }) => {
    const fixture = fixtureOf(language, format);
    fc.assert(
      fc.property(changes(anything), (list) => {
        const value = withChanges(fixture, list, () => true);
        expect(recogniseVendors(value).length).toBeLessThanOrEqual(vendorFormats.length);
        const items = [...readVendor(value, format, 'f', { file: 'f.json' }, labelOf)];
        expect(items.length).toBeGreaterThan(0);
        for (const item of items) {
          if (item instanceof Failure) continue;
          // What comes out is a call as the canonical form has it.
          expect(checkCall(item, 'f', { file: 'f.json' }, labelOf)).toEqual(item);
          expect(item.turns.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: runs },
    );
  });

  it.each(cases)(
    'of $format keep each word where only numbers change ($language)',
    ({ format, language }) => {
      const fixture = fixtureOf(language, format);
      const whole = [...readVendor(fixture, format, 'f', { file: 'f.json' }, labelOf)];
      const isNumber = (value: unknown) =>
        typeof value === 'number' || (typeof value === 'string' && /^\d+(?:\.\d+)?$/u.test(value));
      const wanted = whole.map((item) => wordsOf(item as Call));
      fc.assert(
        fc.property(changes(anything), (list) => {
          const value = withChanges(fixture, list, isNumber);
          const items = [...readVendor(value, format, 'f', { file: 'f.json' }, labelOf)];
          expect(items).toHaveLength(whole.length);
          for (const [index, item] of items.entries()) {
            if (!(item instanceof Failure)) expect(wordsOf(item)).toBe(wanted[index]);
          }
        }),
        { numRuns: runs },
      );
    },
  );

  it('read as files of unsaid format give calls or failures too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...vendorFormats), changes(anything), async (format, list) => {
        const value = withChanges(fixtureOf('en', format), list, () => true);
        const items = await itemsOf(JSON.stringify(value) ?? 'null', { path: 'f.json' });
        expect(items.length).toBeGreaterThan(0);
        for (const item of items) {
          if ('failure' in item) expect(item.failure.code).toMatch(/^(?:call-invalid|input-empty|limit-)/u);
        }
      }),
      { numRuns: 400 },
    );
  });
});
