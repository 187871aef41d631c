import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { builtinPack } from '../../src/pack/builtin.ts';
import { compilePack } from '../../src/pack/compiled.ts';
import { leanPack } from '../../src/pack/lean-pack.ts';
import { loadPack } from '../../src/pack/load.ts';
import type { Pack } from '../../src/pack/model.ts';
import { storedBytes } from '../../src/pack/stored.ts';
import { toTraditional } from '../../src/pack/to-traditional.ts';
import { withTraditional } from '../../src/pack/traditional.ts';

const RULES = 'rules/respect-sincerity';
const root = new URL('../../', import.meta.url);

it('was built from the rules as they are, byte for byte (else: npm run build)', () => {
  const pack = loadPack(fileURLToPath(new URL(RULES, root)), RULES);
  const compiled = compilePack(withTraditional(pack, toTraditional));
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

it('has no character that the converter takes for another', () => {
  expect(toTraditional('您别着急，那个“彆扭”的别扭')).toBe('您別著急，那個「彆扭」的彆扭');
});
