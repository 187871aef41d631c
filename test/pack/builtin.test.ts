import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js';
import { expect, it } from 'vitest';
import { builtinPack } from '../../src/pack/builtin.ts';
import { compilePack } from '../../src/pack/compiled.ts';
import { leanPack } from '../../src/pack/lean-pack.ts';
import { loadPack } from '../../src/pack/load.ts';
import type { Pack } from '../../src/pack/model.ts';
import { storedBytes } from '../../src/pack/stored.ts';
import { withTraditional } from '../../src/pack/traditional.ts';

const RULES = 'rules/respect-sincerity';
const root = new URL('../../', import.meta.url);

it('was built from the rules as they are, byte for byte (else: npm run build)', () => {
  const pack = loadPack(fileURLToPath(new URL(RULES, root)), RULES);
  const characters = Converter({ from: 'cn', to: 'twp' });
  const convert = (text: string): string => characters(text).replaceAll('“', '「').replaceAll('”', '」');
  const compiled = compilePack(withTraditional(pack, convert));
  const built = (name: string) => readFileSync(new URL(`dist/pack/respect-sincerity.${name}`, root));
  expect(built('bin').equals(storedBytes({ ...compiled, pack: leanPack(compiled.pack) }))).toBe(true);
  expect(built('json').toString()).toBe(`${JSON.stringify({ pack: compiled.pack })}\n`);
});

it('holds the built-in pack with all three scripts and no path of a machine', () => {
  const { pack } = builtinPack();
  expect(pack.id).toBe('respect-sincerity');
  for (const { title } of [pack, ...pack.moments, ...pack.criteria]) expect(title['zh-TW']).toMatch(/\S/);
  for (const { origin } of [...pack.moments, ...pack.criteria]) {
    expect(origin.file).toMatch(/^rules\/respect-sincerity\/[a-z/-]+\.yaml$/);
  }
});

it('reads as the pack that it was made of', () => {
  const { pack } = builtinPack();
  const { pack: written } = JSON.parse(
    readFileSync(new URL('dist/pack/respect-sincerity.json', root), 'utf8'),
  ) as { readonly pack: Pack };
  expect(pack).toEqual(written);
});
