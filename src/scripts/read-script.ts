/** Reads a document of scripts, of whatever format and encoding, into what is said in it and where. */
import { Failure } from '../call/failure.ts';
import { decodeText } from '../read/decode.ts';
import { markedEncoding } from '../read/encoding.ts';
import type { ScriptDocument, ScriptEncoding } from './document.ts';
import { readContents, scriptReading, type ReadScriptOptions } from './read-contents.ts';
import { scriptFormatOf } from './script-format.ts';

/** Encodings by the decoder's names for them. */
const encodings: Readonly<Record<string, ScriptEncoding>> = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  big5: 'big5',
  'windows-1252': 'windows-1252',
};

/**
 * Reads a document.
 * @param file its path as it was given, with `/` between.
 * @returns a Failure with its place where it cannot be read: broken YAML, JSON, CSV or workbook (`script-yaml`,
 * `script-json`, `script-csv`, `script-xlsx`), no column that is said (`script-columns`), no text (`not-text`,
 * `encoding-unknown`, `script-encoding`).
 */
export async function readScript(
  file: string,
  bytes: Uint8Array,
  options: ReadScriptOptions = {},
): Promise<ScriptDocument | Failure> {
  const named = options.format ?? scriptFormatOf(file);
  const format = named ?? (isZip(bytes) ? 'xlsx' : 'text');
  if (format === 'xlsx') {
    const { readXlsxScripts } = await import('./readers/xlsx.ts');
    const contents = await readXlsxScripts(bytes, scriptReading(file, options));
    return contents instanceof Failure
      ? contents
      : { file, format, source: '', encoding: 'utf-8', ...contents };
  }
  try {
    const { encoding: said, warn } = options;
    const { text: source, choice } = await decodeText(bytes, file, { encoding: said, warn });
    const encoding = encodings[new TextDecoder(choice.encoding).encoding];
    if (encoding === undefined) {
      return new Failure(`read as ${choice.encoding}, which is no encoding of English or Chinese`, {
        code: 'script-encoding',
        file,
        hint: 'Name the encoding, such as --encoding gb18030, or save the file as UTF-8.',
      });
    }
    // Without a name that says it, JSON is known by itself: read as text, all of it would be a placeholder.
    const own = named === undefined && (await isJson(source)) ? 'json' : format;
    const contents = await readContents(own, source, scriptReading(file, options));
    if (contents instanceof Failure) return contents;
    const isMarked = encoding === 'utf-8' && markedEncoding(bytes) === 'utf-8';
    return { file, format: own, source, encoding: isMarked ? 'utf-8-bom' : encoding, ...contents };
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** As workbooks begin: PK\x03\x04. */
function isZip([first, second, third]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b && third === 3;
}

async function isJson(source: string): Promise<boolean> {
  if (!/^\s*[{[]/u.test(source)) return false;
  const { startsAsJson } = await import('./readers/json.ts');
  return startsAsJson(source);
}
