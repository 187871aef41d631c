/** Reads a value in a vendor's format, and shows a call as lines. */
import { expect } from 'vitest';
import type { Call } from '../../../src/call/call.ts';
import { Failure } from '../../../src/call/failure.ts';
import { labelReader } from '../../../src/read/labels.ts';
import type { VendorFormat } from '../../../src/read/vendors/formats.ts';
import { readVendor, recogniseVendors } from '../../../src/read/vendors/read-vendor.ts';

const labelOf = labelReader();

/** What a value is taken for, and its calls and failures. */
export function read(value: unknown, format?: VendorFormat): readonly (Call | Failure)[] {
  const known = recogniseVendors(value).map((found) => found.format);
  if (format !== undefined) expect(known).toEqual([format]);
  return [...readVendor(value, format ?? known[0]!, 'f', { file: 'f.json' }, labelOf)];
}

/** A call as lines: who, from, to and what. */
export function lines(item: Call | Failure | undefined): readonly string[] {
  if (item instanceof Failure || item === undefined) throw item ?? new Error('no call');
  return item.turns.map(({ speaker, participant, start, end, text }) => {
    const who = participant === undefined ? speaker : `${speaker}(${participant})`;
    return `${who} ${start ?? '-'}-${end ?? '-'} ${text}`;
  });
}
