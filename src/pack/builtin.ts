/** The built-in pack, as the build compiled it: no YAML and no zod at run time. */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import type { CompiledPack } from './compiled.ts';
import { wholePack, type LeanPack } from './lean-pack.ts';
import type { Pack } from './model.ts';
import { storedData } from './stored.ts';

/** From the root of the package the same, whether this file runs in dist/pack or in src/pack. */
const FOLDER = new URL('../../dist/pack/', import.meta.url);

/** What the build writes to respect-sincerity.bin: the compiled pack, with the part of the pack that scoring works with. */
export type StoredPack = Omit<CompiledPack, 'pack'> & { readonly pack: LeanPack };

/** The bytes of respect-sincerity.bin, in memory that threads can share; read once. That it is missing is a broken build. */
export const builtinBytes: () => SharedArrayBuffer = once(() =>
  readShared(new URL('respect-sincerity.bin', FOLDER)),
);

/** The compiled built-in pack, read once. */
export const builtinPack: () => CompiledPack = once(() => builtinPackOf(builtinBytes()));

/**
 * The compiled built-in pack of bytes that another thread read. Examples, and phrases as they are written, are in a file
 * of their own, respect-sincerity.json, which is read when one is first looked at; so are its lists.
 */
export function builtinPackOf(bytes: SharedArrayBuffer): CompiledPack {
  const stored = storedData(bytes) as StoredPack;
  const texts = once(() => (readJson('respect-sincerity.json') as { readonly pack: Pack }).pack);
  const lists = once(() => readJson('respect-sincerity.lists.json') as Pick<Pack, 'lists'>);
  return { ...stored, pack: wholePack(stored.pack, texts, lists) };
}

function readShared(file: URL): SharedArrayBuffer {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(descriptor).size));
    for (let done = 0; done < bytes.length;) {
      const read = readSync(descriptor, bytes, done, bytes.length - done, null);
      if (read === 0) throw new Error(`${file.pathname} became shorter while it was read`);
      done += read;
    }
    return bytes.buffer;
  } finally {
    closeSync(descriptor);
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
}

function once<Value>(make: () => Value): () => Value {
  let known: Value | undefined;
  return () => (known ??= make());
}
