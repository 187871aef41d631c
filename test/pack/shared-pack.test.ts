import { expect, it } from 'vitest';
import { builtinPack } from '../../src/pack/builtin.ts';
import { compilePack } from '../../src/pack/compiled.ts';
import { loadPack } from '../../src/pack/load.ts';
import { packOfShared, sharePack } from '../../src/pack/shared-pack.ts';
import { folderOf, SMALL_PACK } from './small-pack.ts';

it('gives a pack of the user back as it was', () => {
  const compiled = compilePack(loadPack(folderOf({ 'pack.yaml': SMALL_PACK })));
  expect(packOfShared(sharePack(compiled))).toEqual(compiled);
});

it('gives every thread the same memory of the built-in pack', () => {
  const one = packOfShared(sharePack(undefined));
  const other = packOfShared(sharePack(undefined));
  expect(one.layers[0].agent.phrases.code.buffer).toBe(other.layers[0].agent.phrases.code.buffer);
  // Not table by table: they are large, and the first test has looked at each.
  expect(one.layers[0].agent.owners).toEqual(builtinPack().layers[0].agent.owners);
  expect(one.pack.lists).toEqual(builtinPack().pack.lists);
});
