/** Text to bytes in the encodings that the platform decodes and does not encode, by tables that its decoder fills. */
import type { ScriptEncoding } from './document.ts';

/** The name by which the platform's decoder knows an encoding. */
export function decoderName(encoding: ScriptEncoding): string {
  return encoding === 'utf-8-bom' ? 'utf-8' : encoding;
}

/** The bytes of a text; where the encoding has no bytes for a character of it, that character. */
export function encode(text: string, encoding: ScriptEncoding): Uint8Array | { readonly unwritable: string } {
  switch (encoding) {
    case 'utf-8':
    case 'utf-8-bom':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'gb18030':
    case 'big5':
    case 'windows-1252': {
      const table = tableOf(encoding);
      const bytes: number[] = [];
      for (const character of text) {
        const own = table.get(character) ?? (encoding === 'gb18030' ? supplementary(character) : undefined);
        if (own === undefined) return { unwritable: character };
        bytes.push(...own);
      }
      return Uint8Array.from(bytes);
    }
  }
}

type LegacyEncoding = Extract<ScriptEncoding, 'gb18030' | 'big5' | 'windows-1252'>;
const tables = new Map<LegacyEncoding, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: LegacyEncoding): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (const codes of sequences(encoding)) {
    let character: string;
    try {
      character = decoder.decode(Uint8Array.from(codes));
    } catch {
      continue;
    }
    // The first bytes of a character are its own; later ones are there for compatibility.
    if ([...character].length === 1 && !table.has(character)) table.set(character, codes);
  }
  tables.set(encoding, table);
  return table;
}

/** All byte sequences that an encoding may have for a character, plain ones first. */
function* sequences(encoding: LegacyEncoding): Generator<readonly number[]> {
  const last = encoding === 'windows-1252' ? 0xff : 0x7f;
  for (let byte = 0; byte <= last; byte++) yield [byte];
  if (encoding === 'windows-1252') return;
  // The Encoding Standard reads Big5's leads below 0xA1 and writes none of them.
  const first = encoding === 'big5' ? 0xa1 : 0x81;
  for (let lead = first; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) yield [lead, trail];
  }
  if (encoding === 'big5') return;
  // The rest of the basic plane, in four bytes (GB 18030-2005).
  for (let a = 0x81; a <= 0x84; a++) {
    for (let b = 0x30; b <= 0x39; b++) {
      for (let c = 0x81; c <= 0xfe; c++) for (let d = 0x30; d <= 0x39; d++) yield [a, b, c, d];
    }
  }
}

/** Characters beyond the basic plane stand in GB 18030 in the order of Unicode, from 90 30 81 30 on. */
function supplementary(character: string): readonly number[] | undefined {
  const code = character.codePointAt(0)!;
  if (code < 0x10000) return undefined;
  const pointer = code - 0x10000 + 189_000;
  return [
    0x81 + Math.floor(pointer / 12_600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ];
}
