/** The calls of one JSON value: canonical, or in the format of a recogniser or a platform. */
import type { Call } from '../call/call.ts';
import type { Failure, Place } from '../call/failure.ts';
import { checkCall } from './canonical.ts';
import type { Reading } from './reading.ts';
import type { VendorFormat } from './vendors/formats.ts';

export type Found = Iterable<Call | Failure>;

/** True for a value that has turns as the canonical form has them. */
function isCanonical(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'turns' in value;
}

/**
 * The calls of a value, and Failures for those that have not the form of their format. The canonical form comes first
 * and at once; the others are loaded when the first value is none of it. What no format knows is a failure of the
 * canonical form.
 * @param fallbackId the id of a call that brings none.
 * @throws Failure `call-invalid` at `place`, whose message names the path.
 */
export function jsonCalls(
  value: unknown,
  fallbackId: string,
  place: Place,
  reading: Pick<Reading, 'labelOf' | 'vendor' | 'verbose'>,
): Found | Promise<Found> {
  const { labelOf, vendor } = reading;
  if (vendor === undefined && isCanonical(value)) return [checkCall(value, fallbackId, place, labelOf)];
  return vendorCalls(value, fallbackId, place, reading);
}

async function vendorCalls(
  value: unknown,
  fallbackId: string,
  place: Place,
  { labelOf, vendor, verbose }: Pick<Reading, 'labelOf' | 'vendor' | 'verbose'>,
): Promise<Found> {
  const { readVendor, recogniseVendors } = await import('./vendors/read-vendor.ts');
  if (vendor !== undefined) return readVendor(value, vendor, fallbackId, place, labelOf);
  const [known] = recogniseVendors(value);
  if (known === undefined) return [checkCall(value, fallbackId, place, labelOf)];
  verbose?.(
    `${place.file}${place.line === undefined ? '' : `:${place.line}`}: ${known.format}, since ${known.reason}`,
  );
  return readVendor(value, known.format, fallbackId, place, labelOf);
}

/**
 * Whether a list, of which this is the first item, is one call rather than many: the list of a vendor's segments.
 * @param vendor the format that the user said it is in.
 */
export async function isOneCall(first: unknown, vendor?: VendorFormat): Promise<boolean> {
  if (vendor === undefined && isCanonical(first)) return false;
  const { recogniseVendors } = await import('./vendors/read-vendor.ts');
  const fits = (value: unknown) =>
    recogniseVendors(value).some(({ format }) => vendor === undefined || format === vendor);
  return !fits(first) && fits([first]);
}
