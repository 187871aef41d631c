/** What each format gives, told from the fixtures that hold one call in every format: the README's table. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Call } from '../../src/call/call.ts';
import { readCalls } from '../../src/read/read.ts';
import { findSources } from '../../src/read/sources.ts';
import { root } from './callqa.ts';

const folder = 'fixtures/formats/en';

/** What a file was taken for, and its only call. */
async function readOne(file: string): Promise<{ readonly format: string; readonly call: Call }> {
  let format = '';
  const verbose = (line: string) => {
    // `path: format, since …`; a vendor's line comes last and is the more exact one.
    format = /: ([a-z-]+),? /u.exec(line.slice(file.length))?.[1] ?? format;
  };
  for await (const source of findSources([`${folder}/${file}`], { cwd: root, stdin: process.stdin })) {
    if ('failure' in source) throw source.failure;
    for await (const item of readCalls(source, { verbose })) {
      if ('failure' in item) throw item.failure;
      return { format, call: item.call };
    }
  }
  throw new Error(`${file} holds no call`);
}

function rowOf({ turns }: Call): readonly string[] {
  const all = (has: (turn: Call['turns'][number]) => boolean): boolean => turns.every(has);
  const words = turns.flatMap((turn) => turn.words ?? []);
  const timed = words.some(({ start }) => start !== undefined);
  const ends = all(({ end }) => end !== undefined);
  const starts = all(({ start }) => start !== undefined);
  const sure = words.some(({ confidence }) => confidence !== undefined);
  return [
    all(({ speaker }) => speaker !== 'unknown') ? 'yes' : 'inferred from what is said, or `--speaker`',
    `${ends ? 'turns' : starts ? 'starts of turns' : 'none'}${timed ? ', words' : ''}`,
    sure ? 'words' : turns.some(({ confidence }) => confidence !== undefined) ? 'turns' : 'none',
  ];
}

/** The table as Markdown, a row a format, in the order of their names. */
export async function formatsTable(): Promise<string> {
  const rows = new Map<string, string>();
  for (const file of readdirSync(join(root, folder)).sort()) {
    if (file.endsWith('.gz') || file.startsWith('utf16')) continue;
    const { format, call } = await readOne(file);
    if (file === 'lines.jsonl') continue;
    const name =
      format === 'json' ? 'json, jsonl (canonical)' : format === 'vtt' ? `vtt (as ${file})` : format;
    const [roles, times, confidence] = rowOf(call);
    const row = `| ${name} | ${roles} | ${times} | ${confidence} |`;
    rows.set(row, name);
  }
  const sorted = [...rows].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([row]) => row);
  return ['| format | who is who | times | confidence |', '| :-- | :-- | :-- | :-- |', ...sorted].join('\n');
}
