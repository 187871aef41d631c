/**
 * The build step that compiles the built-in pack: `node dist/pack/bake.js` writes dist/pack/respect-sincerity.bin and, with
 * the texts of its rules and its lists, dist/pack/respect-sincerity.json and respect-sincerity.lists.json, from rules/respect-sincerity; with `--schema` it writes
 * rules/pack.schema.json instead.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Failure, formatPlace } from '../call/failure.ts';
import type { StoredPack } from './builtin.ts';
import { compilePack } from './compiled.ts';
import { leanPack } from './lean-pack.ts';
import { loadPack } from './load.ts';
import { PackErrors } from './pack-errors.ts';
import { packJsonSchema } from './schema/pack-file.ts';
import { storedBytes } from './stored.ts';
import { toTraditional } from './to-traditional.ts';
import { withTraditional } from './traditional.ts';

const ROOT = new URL('../../', import.meta.url);
const RULES = 'rules/respect-sincerity';

function bakePack(): void {
  // Origins are relative to the package, so that the bytes are the same on every machine.
  const pack = loadPack(fileURLToPath(new URL(RULES, ROOT)), RULES);
  const compiled = compilePack(withTraditional(pack, toTraditional));
  const stored: StoredPack = { ...compiled, pack: leanPack(compiled.pack) };
  writeFileSync(new URL('dist/pack/respect-sincerity.bin', ROOT), storedBytes(stored));
  writeFileSync(
    new URL('dist/pack/respect-sincerity.json', ROOT),
    `${JSON.stringify({ pack: compiled.pack })}\n`,
  );
  writeFileSync(
    new URL('dist/pack/respect-sincerity.lists.json', ROOT),
    `${JSON.stringify({ lists: compiled.pack.lists })}\n`,
  );
}

try {
  if (process.argv.includes('--schema'))
    writeFileSync(new URL('rules/pack.schema.json', ROOT), packJsonSchema());
  else bakePack();
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  for (const { message, hint, place } of error instanceof PackErrors ? error.failures : [error]) {
    process.stderr.write(`${formatPlace(place)}: ${message}${hint === undefined ? '' : `\n    ${hint}`}\n`);
  }
  process.exitCode = 1;
}
