/** The pack that a command works with: the built-in one, or the user's. */
import { resolve } from 'node:path';
import { builtinPack } from '../pack/builtin.ts';
import type { CompiledPack } from '../pack/compiled.ts';
import type { Io } from './io.ts';

/** Loads and compiles the pack at a path; without one gives the built-in pack, for which no YAML is read. */
export async function packOf(path: string | undefined, io: Io): Promise<CompiledPack> {
  if (path === undefined) return builtinPack();
  const [{ loadPack }, { compilePack }] = await Promise.all([
    import('../pack/load.ts'),
    import('../pack/compiled.ts'),
  ]);
  return compilePack(loadPack(resolve(io.cwd, path), path));
}
