import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js';
import { expect, it } from 'vitest';
import { builtinPack } from '../../src/pack/builtin.ts';
import { compilePack } from '../../src/pack/compiled.ts';
import { loadPack } from '../../src/pack/load.ts';
import { withTraditional } from '../../src/pack/traditional.ts';

const RULES = 'rules/respect-sincerity';
const root = new URL('../../', import.meta.url);

it('was built from the rules as they are, byte for byte (else: npm run build)', () => {
  const pack = loadPack(fileURLToPath(new URL(RULES, root)), RULES);
  const compiled = compilePack(withTraditional(pack, Converter({ from: 'cn', to: 'twp' })));
  const built = readFileSync(new URL('dist/pack/respect-sincerity.json', root), 'utf8');
  expect(built).toBe(`${JSON.stringify(compiled)}\n`);
});

it('holds the built-in pack with all three scripts and no path of a machine', () => {
  const { pack } = builtinPack();
  expect(pack.id).toBe('respect-sincerity');
  for (const { title } of [pack, ...pack.moments, ...pack.criteria]) expect(title['zh-TW']).toMatch(/\S/);
  for (const { origin } of [...pack.moments, ...pack.criteria]) {
    expect(origin.file).toMatch(/^rules\/respect-sincerity\/[a-z/-]+\.yaml$/);
  }
});
