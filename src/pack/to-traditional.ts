/** The Traditional Chinese of Taiwan for Simplified texts; for the build alone, since the converter is large. */
import { Converter } from 'opencc-js';

const characters = Converter({ from: 'cn', to: 'twp' });

/** Converts words and characters, with the quotation marks that belong to them. */
export function toTraditional(text: string): string {
  // The converter leaves quotation marks as they are, and takes the 别 of 别着急 for the one of 彆扭.
  return characters(text)
    .replaceAll('“', '「')
    .replaceAll('”', '」')
    .replace(/彆(?!扭)/gu, '別');
}
