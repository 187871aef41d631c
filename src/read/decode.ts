/** Bytes to text in whatever encoding they are, with a warning wherever that may have gone wrong. */
import { isAscii } from 'node:buffer';
import { Failure } from '../call/failure.ts';
import { decodeBytes } from './bytes.ts';
import { encodingName, encodingOf, type EncodingChoice } from './encoding.ts';
import { notText } from './not-text.ts';
import type { Warn } from './reading.ts';

export interface DecodeOptions {
  /** The encoding, where the user says it: any label of the Encoding Standard, such as `gbk`. */
  readonly encoding?: string | undefined;
  readonly warn?: Warn | undefined;
}

export interface Decoded {
  readonly text: string;
  readonly choice: EncodingChoice;
}

const nameIt = 'If the words come out wrong, name the encoding, such as --encoding gb18030.';

/** What windows-1252 has where Latin-1 has controls, from 0x80 on. */
const windowsSigns = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * The text of bytes in an encoding, without a byte order mark; what does not fit is U+FFFD.
 * @throws Failure `encoding-unknown` for a label that the platform does not know.
 */
export function decodeAs(encoding: string, bytes: Uint8Array, file: string): string {
  if (encodingName(encoding) === undefined) {
    throw new Failure(`there is no encoding called ${encoding}`, {
      code: 'encoding-unknown',
      file,
      hint: 'Encodings are utf-8, utf-16le, gb18030, big5, windows-1252 and others of the Encoding Standard.',
    });
  }
  const text = new TextDecoder(encoding).decode(bytes);
  if (encodingName(encoding) !== 'windows-1252') return text;
  // Node takes windows-1252 for Latin-1 (nodejs/node#56542), and curly quotes for controls.
  return text.replaceAll(/[\x80-\x9f]/gu, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80]!);
}

const privateUse = /[\ue000-\uf8ff]/gu;
const hongKong =
  'Big5 as Hong Kong writes it (HKSCS) has more characters than are read: convert the file to UTF-8, such as with iconv -f BIG5-HKSCS -t UTF-8.';

/** How many line feeds stand before an offset. */
function linesBefore(text: string, offset: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** Warns of zero bytes, with the line of the first; gives the text without them. */
export function withoutZeros(text: string, file: string, line: number, warn: Warn): string {
  const first = text.indexOf('\0');
  if (first < 0) return text;
  warn(
    new Failure('zero bytes stand in the text, and are left out', {
      code: 'zero-bytes',
      file,
      line: line + linesBefore(text, first),
      hint: 'Look whether words are missing here.',
    }),
  );
  return text.replaceAll('\0', '');
}

/**
 * Warns of what did not fit the encoding, with the line of the first: what is no character in it, and what it leaves to
 * private use, where nobody can say which character was meant.
 */
export function warnOfLost(
  text: string,
  choice: EncodingChoice,
  file: string,
  line: number,
  warn: Warn,
): boolean {
  const { encoding, reason } = choice;
  const own = encoding.startsWith('utf-') ? -1 : text.search(privateUse);
  const broken = text.indexOf('\ufffd');
  if (broken < 0 && own < 0) return false;
  const first = broken < 0 || (own >= 0 && own < broken) ? own : broken;
  const lost = (text.match(/\ufffd/gu)?.length ?? 0) + (own < 0 ? 0 : text.match(privateUse)!.length);
  const signs = [broken < 0 ? [] : ['U+FFFD'], own < 0 ? [] : ['private use']].flat().join(', ');
  warn(
    new Failure(
      `read as ${encoding}, since ${reason}; ${lost === 1 ? 'a character is' : `${lost} characters are`} lost (${signs})`,
      {
        code: 'encoding-lost',
        file,
        line: line + linesBefore(text, first),
        hint: own >= 0 && encoding === 'big5' ? hongKong : nameIt,
      },
    ),
  );
  return true;
}

function warnOfDoubt({ encoding, doubt }: EncodingChoice, file: string, line: number, warn: Warn): void {
  if (doubt === undefined) return;
  warn(new Failure(`read as ${encoding}, ${doubt}`, { code: 'encoding-guess', file, line, hint: nameIt }));
}

/** The number of the first line that holds more than ASCII. */
function firstLineOfDoubt(bytes: Uint8Array): number {
  let line = 1;
  for (const byte of bytes) {
    if (byte > 0x7f) return line;
    if (byte === 0x0a) line++;
  }
  return 1;
}

/**
 * The text of a whole file, without a byte order mark. What is lost or in doubt is a warning with its line.
 * @throws Failure `not-text`, `encoding-unknown`.
 */
export async function decodeText(
  bytes: Uint8Array,
  file: string,
  { encoding, warn = () => {} }: DecodeOptions = {},
): Promise<Decoded> {
  const choice = await encodingOf(bytes, encoding);
  if (choice === undefined) throw notText(bytes, file);
  const text = withoutZeros(decodeAs(choice.encoding, bytes, file), file, 1, warn);
  if (!warnOfLost(text, choice, file, 1, warn)) warnOfDoubt(choice, file, firstLineOfDoubt(bytes), warn);
  return { text, choice };
}

/** The text of one line of bytes, by its number. */
export type DecodeLine = (bytes: Uint8Array, line: number) => string | Promise<string>;

/**
 * Decodes the lines of a stream, each by itself. UTF-8 is strict, since a broken line is one failure among good lines;
 * a stream that began in plain ASCII is known for what it is by its first line that is not.
 * @param choice what the stream's beginning looks like; no UTF-16, whose lines cannot be told apart by bytes.
 */
export function lineDecoder(
  file: string,
  choice: EncodingChoice,
  beginsPlain: boolean,
  { encoding, warn = () => {} }: DecodeOptions,
): DecodeLine {
  let current = choice;
  let open = beginsPlain && encoding === undefined;
  let warned = false;
  const decodeOther = (bytes: Uint8Array, line: number): string => {
    const text = decodeAs(current.encoding, bytes, file);
    if (!warned && !isAscii(bytes)) {
      warned = true;
      // A stream says it once; the first line that is lost for it is worth another word.
      if (!warnOfLost(text, current, file, line, warn)) {
        warnOfDoubt(current, file, line, warn);
        warned = current.doubt !== undefined;
      }
    }
    return text;
  };
  const decodeFirst = async (bytes: Uint8Array, line: number): Promise<string> => {
    open = false;
    const found = await encodingOf(bytes);
    if (found === undefined || found.encoding.startsWith('utf-')) return decodeBytes(bytes, file, line);
    current = found;
    return decodeOther(bytes, line);
  };
  return (bytes, line) => {
    if (open && !isAscii(bytes)) return decodeFirst(bytes, line);
    if (current.encoding !== 'utf-8' || encoding !== undefined) return decodeOther(bytes, line);
    return decodeBytes(bytes, file, line);
  };
}
