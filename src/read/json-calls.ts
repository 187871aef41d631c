/** The calls of one JSON value: canonical, or in the format of a recogniser or a platform. */
import type { Call, Turn } from '../call/call.ts';
import { Failure, type Place } from '../call/failure.ts';
import { isRecord } from '../call/is-record.ts';
import { checkCall } from './canonical.ts';
import { described } from './described.ts';
import { keyField } from './key-field.ts';
import type { Reading } from './reading.ts';
import { areSeconds } from './time-unit.ts';
import { vendorFormats, type VendorFormat } from './vendors/formats.ts';

export type Found = Iterable<Call | Failure>;

/** The failure of JSON that is neither canonical nor of any format that is known. */
export class UnknownJson extends Failure {}

const mostKeys = 12;

function unknownJson(value: unknown, place: Place): UnknownJson {
  const keys = isRecord(value) ? Object.keys(value) : [];
  const shown = keys.slice(0, mostKeys).map((key) => (key.length > 40 ? `${key.slice(0, 39)}…` : key));
  const more = keys.length > mostKeys ? ` and ${keys.length - mostKeys} more` : '';
  const what = isRecord(value)
    ? keys.length === 0
      ? 'an object without keys'
      : `an object with ${shown.join(', ')}${more}`
    : described(value).replace('found ', '');
  return new UnknownJson(`this is no transcript in a form that is known: ${what}`, {
    code: 'call-invalid',
    ...place,
    hint:
      'Give {"id": …, "turns": [{"speaker": "agent", "text": …}, …]}, any list of records with a key for the words and one ' +
      `for who said them, or what these write: ${vendorFormats.filter((format) => format !== 'records').join(', ')}.`,
  });
}

/** True for a value that has turns as the canonical form has them, or would have them but for an error. */
function isCanonical(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('turns' in value)) return false;
  const first: unknown = Array.isArray(value.turns) ? value.turns[0] : undefined;
  return (
    !isRecord(first) ||
    (('speaker' in first || 'participant' in first) && ('text' in first || !hasWords(first)))
  );
}

/** Whether a turn has its words under another name, as records of other forms have them. */
function hasWords(turn: Readonly<Record<string, unknown>>): boolean {
  // What words a turn has besides its text is told by `words`.
  return Object.keys(turn).some(
    (key) => key !== 'words' && turn[key] !== null && keyField(key)?.field === 'text',
  );
}

/** Shorter turns than this on the average, in milliseconds, are looked at more closely. */
const shortTurn = 300;

/** Whether a call's times cannot be the milliseconds that the canonical form has. */
function looksLikeSeconds(turns: readonly Turn[]): boolean {
  const from = turns[0]?.start;
  const last = turns.at(-1);
  const to = last?.end ?? last?.start;
  if (from === undefined || to === undefined || to - from > shortTurn * turns.length) return false;
  return areSeconds(
    turns.reduce((sum, { text }) => sum + text.length, 0),
    to - from,
  );
}

function secondsWarning(id: string, place: Place): Failure {
  return new Failure(`the times of the call “${id}” look like seconds, and are read as milliseconds`, {
    code: 'time-unit',
    ...place,
    hint: 'In the canonical form, start and end are milliseconds: multiply them by 1000.',
  });
}

/**
 * The calls of a value, and Failures for those that have not the form of their format. The canonical form comes first
 * and at once; the others are loaded when the first value is none of it. A value that holds one of a vendor's format is read
 * as that.
 * @param fallbackId the id of a call that brings none.
 * @throws Failure `call-invalid` at `place`, whose message names the path.
 */
export function jsonCalls(
  value: unknown,
  fallbackId: string,
  place: Place,
  reading: Pick<Reading, 'labelOf' | 'vendor' | 'verbose' | 'warn'>,
): Found | Promise<Found> {
  const { labelOf, vendor, warn } = reading;
  if (vendor === undefined && isCanonical(value)) {
    const call = checkCall(value, fallbackId, place, labelOf);
    if (warn !== undefined && looksLikeSeconds(call.turns)) warn(secondsWarning(call.id, place));
    return [call];
  }
  return vendorCalls(value, fallbackId, place, reading);
}

async function vendorCalls(
  value: unknown,
  fallbackId: string,
  place: Place,
  { labelOf, vendor, verbose }: Pick<Reading, 'labelOf' | 'vendor' | 'verbose'>,
): Promise<Found> {
  const { readVendor, recogniseVendors, wrappedVendors } = await import('./vendors/read-vendor.ts');
  if (vendor !== undefined) return readVendor(value, vendor, fallbackId, place, labelOf);
  const tell = (format: VendorFormat, reason: string): void =>
    verbose?.(`${place.file}${place.line === undefined ? '' : `:${place.line}`}: ${format}, since ${reason}`);
  const [known] = recogniseVendors(value);
  const wrapped = known === undefined || known.format === 'records' ? wrappedVendors(value) : [];
  const [first] = wrapped;
  if (first !== undefined) {
    tell(first.format, `at ${first.path} ${first.reason}`);
    return wrapped.flatMap(({ format, value, path }, index) => {
      const id = wrapped.length === 1 ? fallbackId : `${fallbackId}#${index + 1}`;
      return [...readVendor(value, format, id, place, labelOf, path)];
    });
  }
  if (known !== undefined) {
    tell(known.format, known.reason);
    return readVendor(value, known.format, fallbackId, place, labelOf);
  }
  // With turns, it is the canonical form with an error in it.
  if (isRecord(value) && 'turns' in value) return [checkCall(value, fallbackId, place, labelOf)];
  return [unknownJson(value, place)];
}

/**
 * Whether a list that begins with these items is one call rather than many: the list of a vendor's segments.
 * @param vendor the format that the user said it is in.
 */
export async function isOneCall(items: readonly unknown[], vendor?: VendorFormat): Promise<boolean> {
  if (vendor === undefined && isCanonical(items[0])) return false;
  const { areSegments } = await import('./vendors/read-vendor.ts');
  return areSegments(items, vendor);
}
