/** The rules that a command works with: the built-in ones, those that a config asks for, or those that are named. */
import { resolve } from 'node:path';
import { builtinPack } from '../pack/builtin.ts';
import type { CompiledPack } from '../pack/compiled.ts';
import { findConfig } from './config/find-config.ts';
import { shownPath } from './config/configure.ts';
import type { Io } from './io.ts';

interface PackFlags {
  /** A pack's file or folder: then no config is asked. */
  readonly pack?: string;
  readonly config?: string;
}

/** The rules that flags name, else those of the config that is named or found from the working folder upwards. */
export async function packOf(flags: PackFlags, io: Io): Promise<CompiledPack> {
  return (await ownPackOf(flags, io)) ?? builtinPack();
}

/** The same, but undefined for the built-in pack, which is not read for that. */
export async function ownPackOf({ pack, config }: PackFlags, io: Io): Promise<CompiledPack | undefined> {
  if (pack !== undefined) return packAt(pack, io);
  const path = config === undefined ? findConfig(io.cwd) : resolve(io.cwd, config);
  if (path === undefined) return undefined;
  const [{ loadConfig }, { packOfConfig }] = await Promise.all([
    import('./config/load-config.ts'),
    import('./config/config-pack.ts'),
  ]);
  return packOfConfig(loadConfig(path, config ?? shownPath(io.cwd, path)));
}

/** Loads and compiles the pack at a path; without one gives the built-in pack, for which no YAML is read. */
export async function packAt(path: string | undefined, io: Io): Promise<CompiledPack> {
  if (path === undefined) return builtinPack();
  const [{ loadPack }, { compilePack }] = await Promise.all([
    import('../pack/load.ts'),
    import('../pack/compiled.ts'),
  ]);
  return compilePack(loadPack(resolve(io.cwd, path), path));
}
