/** Which format a document of scripts is in, by the name of its file. */
import { extname } from 'node:path';
import type { ScriptFormat } from './document.ts';

const formats: Readonly<Record<string, ScriptFormat>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.text': 'text',
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.json': 'json',
  '.jsonl': 'json',
  '.ndjson': 'json',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.xlsx': 'xlsx',
};

/** The extensions of scripts, as folders are searched for them. */
export const scriptExtensions: readonly string[] = Object.keys(formats);

/** The format of a file; undefined for one that no reader knows. */
export function scriptFormatOf(file: string): ScriptFormat | undefined {
  return formats[extname(file).toLowerCase()];
}
