/** The built-in pack, as the build compiled it: no YAML and no zod at run time. */
import { readFileSync } from 'node:fs';
import type { CompiledPack } from './compiled.ts';
import { wholePack, type LeanPack } from './lean-pack.ts';
import type { Pack } from './model.ts';
import { storedData } from './stored.ts';

/** From the root of the package the same, whether this file runs in dist/pack or in src/pack. */
const FOLDER = new URL('../../dist/pack/', import.meta.url);

/** What the build writes to respect-sincerity.bin: the compiled pack, with the part of the pack that scoring works with. */
export type StoredPack = Omit<CompiledPack, 'pack'> & { readonly pack: LeanPack };

let known: CompiledPack | undefined;

/**
 * Reads the compiled built-in pack, once; that it is missing is a broken build and no expected error. Examples, and phrases as
 * they are written, are in a file of their own, respect-sincerity.json, which is read when one is first looked at; so are its lists.
 */
export function builtinPack(): CompiledPack {
  known ??= readPack();
  return known;
}

function readPack(): CompiledPack {
  const stored = storedData(readFileSync(new URL('respect-sincerity.bin', FOLDER))) as StoredPack;
  const texts = once(() => (readJson('respect-sincerity.json') as { readonly pack: Pack }).pack);
  const lists = once(() => readJson('respect-sincerity.lists.json') as Pick<Pack, 'lists'>);
  return { ...stored, pack: wholePack(stored.pack, texts, lists) };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
}

function once<Value>(make: () => Value): () => Value {
  let known: Value | undefined;
  return () => (known ??= make());
}
