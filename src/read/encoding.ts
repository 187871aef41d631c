/** Which encoding bytes are in: what was said of them, their mark, what they declare, and at last what they look like. */
import { isAscii, isUtf8 } from 'node:buffer';
import { isNoText } from './not-text.ts';
import { fit, localEncodings } from './plausible.ts';

/** An encoding, by the name that the platform's TextDecoder gives it, and in a few words why it was taken. */
export interface EncodingChoice {
  readonly encoding: string;
  readonly reason: string;
  /** How sure the choice is where it is a guess: nothing else fits as well, or it is one of several. */
  readonly doubt?: string;
}

/** The decoder's own name for an encoding's label; undefined for a label that it does not know. */
export function encodingName(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return undefined;
  }
}

/** The encoding that a byte order mark says. */
export function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return 'gb18030';
  return undefined;
}

/** What nearly all of a text in English or Chinese is made of. */
const usual = /[\t\n\r\x20-\x7e\p{Script=Han}\u3000-\u303f\uff00-\uff5e‘’“”…—–·]/gu;
const usualShare = 0.9;

/**
 * UTF-16 without a mark: plain letters, spaces and line breaks have a zero byte on one side only, and where Chinese
 * characters have one on the other side too (一 is U+4E00), only one way round gives what text is made of. Undefined where
 * the bytes hold zeros and are not that.
 */
function zeroEncoding(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  const sample = bytes.subarray(0, sampleSize);
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at & 1]!++;
  const [even, odd] = zeros as [number, number];
  const isWhole = sample.length === bytes.length;
  if (odd > 1 && odd > even * 4) return utf16Text(sample, 'utf-16le', isWhole) && 'utf-16le';
  if (even > 1 && even > odd * 4) return utf16Text(sample, 'utf-16be', isWhole) && 'utf-16be';
  if (isWhole && bytes.length % 2 === 1) return undefined;
  return ['utf-16le', 'utf-16be'].find((encoding) => {
    const text = utf16Text(sample, encoding, isWhole);
    return text !== undefined && (text.match(usual)?.length ?? 0) >= usualShare * text.length;
  });
}

/** The bytes read as UTF-16, without half a character at their end; undefined where that is no text. */
function utf16Text(bytes: Uint8Array, encoding: string, isWhole: boolean): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, bytes.length & ~1), {
      stream: !isWhole,
    });
    // oxlint-disable-next-line no-control-regex -- control characters are what tells binary data from text
    return /[\0-\x08\x0e-\x1f\ufffe\uffff]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** `charset: gb18030` in front matter or in a WebVTT header, `encoding="Big5"` in an XML declaration. */
const declaration =
  /^(?:\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]{2,40})["']|(?:---|WEBVTT)[^\r\n]*(?:\r?\n[^\r\n]+)*?\r?\n[ \t]*(?:charset|encoding|编码|編碼)[ \t]*[:=：][ \t]*["']?([\w.:-]{2,40}))/iu;

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  const found = declaration.exec(head);
  const name = found?.[1] ?? found?.[2];
  return name === undefined ? undefined : encodingName(name);
}

const sampleSize = 1 << 16;

/** What is mostly UTF-8 and a little damaged: for each character that is lost at least four that are whole. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let lost = 0;
  let whole = 0;
  for (const sign of new TextDecoder().decode(bytes)) {
    if (sign === '\ufffd') lost++;
    else if (sign > '\u007f') whole++;
  }
  return whole >= lost * 4;
}

/** Where the first line begins that is not UTF-8. */
function firstOther(bytes: Uint8Array): number {
  let from = 0;
  for (
    let at = bytes.indexOf(0x0a);
    at >= 0 && isUtf8(bytes.subarray(from, at));
    at = bytes.indexOf(0x0a, from)
  ) {
    from = at + 1;
  }
  return from;
}

/** Enough for a guess to go without a warning. */
const enough = { confidence: 50, fit: 0.8, ahead: 0.15 };

/** What bytes that are no Unicode look most like: the detector's confidence, and how common their characters would be. */
async function guess(bytes: Uint8Array): Promise<EncodingChoice> {
  const { analyse } = await import('chardet');
  const from = firstOther(bytes);
  const sample = bytes.subarray(from, from + sampleSize);
  const confidence = new Map<string, number>(localEncodings.map((encoding) => [encoding, 0]));
  for (const match of analyse(sample)) {
    const encoding = encodingName(match.name);
    if (encoding === undefined || encoding.startsWith('utf-') || match.name === 'ASCII') continue;
    confidence.set(encoding, Math.max(match.confidence, confidence.get(encoding) ?? 0));
  }
  const scored = [...confidence]
    .map(([encoding, confidence]) => {
      const share = fit(sample, encoding) ?? 0;
      return { encoding, confidence, share, score: confidence / 100 + share };
    })
    .sort((a, b) => b.score - a.score || (a.encoding < b.encoding ? -1 : 1));
  const [best, next] = scored as [(typeof scored)[number], (typeof scored)[number]];
  const isLocal = localEncodings.some((encoding) => encoding === best.encoding);
  const doubt = !isLocal
    ? 'which is no encoding of English or Chinese'
    : best.share < enough.fit && (best.confidence < enough.confidence || best.encoding === 'windows-1252')
      ? 'though its characters would be odd ones'
      : best.score - next.score < enough.ahead
        ? `though it could as well be ${next.encoding}`
        : best.confidence < enough.confidence
          ? 'on little evidence'
          : undefined;
  return {
    encoding: best.encoding,
    reason: 'its bytes look like it',
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** So many zero bytes in a thousand, and no other byte that text has not, are a slip of whoever wrote the text. */
const mostStray = 1;

/** Whether zero bytes are strays in what is text without them. */
function areStray(bytes: Uint8Array): boolean {
  let zeros = 0;
  for (const byte of bytes) {
    if (byte === 0) zeros++;
    else if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) return false;
  }
  return zeros * 20 <= bytes.length && (zeros <= 2 || zeros * 1000 <= bytes.length * mostStray);
}

/**
 * Which encoding bytes are in.
 * @param bytes the whole of a text, or its beginning up to a line's end.
 * @param said the encoding that the user says it is.
 * @returns undefined for what is no text at all: zero bytes, more than a few, and not as UTF-16 has them; or what begins as
 * a workbook, a PDF or a recording does.
 */
export async function encodingOf(bytes: Uint8Array, said?: string): Promise<EncodingChoice | undefined> {
  if (said !== undefined) return { encoding: said, reason: 'it was said so' };
  if (isNoText(bytes)) return undefined;
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return { encoding: marked, reason: 'a byte order mark says so' };
  if (bytes.includes(0)) {
    const encoding = zeroEncoding(bytes);
    if (encoding !== undefined) return { encoding, reason: 'every other byte of its plain letters is zero' };
    return areStray(bytes) ? encodingOf(bytes.filter((byte) => byte !== 0)) : undefined;
  }
  const declared = declaredEncoding(bytes);
  if (isUtf8(bytes)) {
    return {
      encoding: 'utf-8',
      reason: 'its bytes are UTF-8',
      ...(declared === undefined || declared === 'utf-8' || isAscii(bytes)
        ? {}
        : { doubt: `though it declares itself ${declared}` }),
    };
  }
  if (declared !== undefined && declared !== 'utf-8')
    return { encoding: declared, reason: 'it declares itself so' };
  if (isDamagedUtf8(bytes)) return { encoding: 'utf-8', reason: 'nearly all of its bytes are UTF-8' };
  return guess(bytes);
}
