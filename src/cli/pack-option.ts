/** The rules that a command works with: the built-in ones, those that a config asks for, or those that are named. */
import { resolve } from 'node:path';
import { Failure } from '../call/failure.ts';
import { builtinPack } from '../pack/builtin.ts';
import type { CompiledPack } from '../pack/compiled.ts';
import { complaint } from './complain.ts';
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
  return path === undefined ? undefined : packOfConfigAt(path, config ?? shownPath(io.cwd, path), io);
}

/** The rules that the config at a path asks for; what probably is not meant in them is told on standard error. */
async function packOfConfigAt(path: string, shown: string, io: Io): Promise<CompiledPack> {
  const [{ loadConfig }, { packOfConfig }] = await Promise.all([
    import('./config/load-config.ts'),
    import('./config/config-pack.ts'),
  ]);
  return packOfConfig(loadConfig(path, shown), warningsTo(io));
}

/** Rules that are an argument: a pack's file or folder, or a config, which stands for the rules that it asks for. */
export async function packOrConfigAt(path: string, io: Io): Promise<CompiledPack> {
  const { isConfig } = await import('./config/is-config.ts');
  const absolute = resolve(io.cwd, path);
  return isConfig(absolute) ? packOfConfigAt(absolute, path, io) : packAt(path, io);
}

/** Loads and compiles the pack at a path; without one gives the built-in pack, for which no YAML is read. */
export async function packAt(path: string | undefined, io: Io): Promise<CompiledPack> {
  if (path === undefined) return builtinPack();
  const [{ loadPack }, { compilePack }, { isConfig }] = await Promise.all([
    import('../pack/load.ts'),
    import('../pack/compiled.ts'),
    import('./config/is-config.ts'),
  ]);
  if (isConfig(resolve(io.cwd, path))) {
    throw new Failure('This is a config, not a pack.', {
      code: 'pack-is-config',
      file: path,
      hint: `Give it as --config ${path}.`,
    });
  }
  return compilePack(loadPack(resolve(io.cwd, path), path));
}

/** Tells warnings of rules on standard error. */
export function warningsTo(io: Io): (warning: Failure) => void {
  return (warning) => void io.stderr.write(complaint(warning, 'warning'));
}
