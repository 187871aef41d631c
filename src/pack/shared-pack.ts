/** A compiled pack for many threads: one piece of memory that all of them read. */
import { builtinBytes, builtinPackOf } from './builtin.ts';
import type { CompiledPack } from './compiled.ts';
import { storedBytes, storedData } from './stored.ts';

/** What is sent to a thread. */
export interface SharedPack {
  readonly isBuiltin: boolean;
  readonly bytes: SharedArrayBuffer;
}

/** @param pack the user's pack; the built-in one where it is absent */
export function sharePack(pack: CompiledPack | undefined): SharedPack {
  if (pack === undefined) return { isBuiltin: true, bytes: builtinBytes() };
  const stored = storedBytes(pack);
  const bytes = new Uint8Array(new SharedArrayBuffer(stored.length));
  bytes.set(stored);
  return { isBuiltin: false, bytes: bytes.buffer };
}

/** The pack that `sharePack` shared: its tables are views of the memory, and nothing may write to them. */
export function packOfShared({ isBuiltin, bytes }: SharedPack): CompiledPack {
  return isBuiltin ? builtinPackOf(bytes) : (storedData(bytes) as CompiledPack);
}
