/** The rules that a config asks for: those that it builds on, with the company's own beside them. */
import { isAbsolute, join, resolve } from 'node:path';
import { Failure } from '../../call/failure.ts';
import { builtinPack } from '../../pack/builtin.ts';
import type { Written } from '../../pack/clashes.ts';
import type { CompiledPack } from '../../pack/compiled.ts';
import type { Origin } from '../../pack/model/origin.ts';
import type { Config } from './config.ts';

/**
 * Loads and compiles them.
 *
 * @param warn is told what probably is not meant in the company's own
 * @throws {Failure} `unknown-pack` where it pins rules that this version of the tool has not, `config-no-rules`
 * @throws {PackErrors} with everything that is wrong with the company's own
 */
export async function packOfConfig(config: Config, warn: (warning: Failure) => void): Promise<CompiledPack> {
  const built = config.extends === undefined ? undefined : pinned(config);
  if (config.packs.length === 0) {
    if (built !== undefined) return built;
    throw new Failure('This config has no rules at all.', {
      code: 'config-no-rules',
      ...config.placeOfValue(['extends']),
      hint: 'Name them under `packs:`, or leave `extends: none` out.',
    });
  }
  const [{ loadPack, extendPack }, { compilePack, compileExtended }] = await Promise.all([
    import('../../pack/load.ts'),
    import('../../pack/compiled.ts'),
  ]);
  const shownFolder = config.file.replace(/[^/\\]*$/u, '');
  let compiled = built;
  let written: Written = new Map();
  for (const [index, { path, override }] of config.packs.entries()) {
    const absolute = resolve(config.folder, path);
    const shown = isAbsolute(path) ? path : join(shownFolder, path).replaceAll('\\', '/');
    try {
      if (compiled === undefined) {
        compiled = compilePack(loadPack(absolute, shown));
        continue;
      }
      const extended = extendPack({ pack: compiled.pack, override, written }, absolute, shown);
      ({ written } = extended);
      for (const warning of extended.warnings) warn(warning);
      compiled = compileExtended(compiled, extended.pack);
    } catch (error) {
      throw atItsName(error, config.placeOfValue(['packs', index, ...(override ? ['path'] : [])]));
    }
  }
  return compiled!;
}

/** That there is no such pack, with the place where the config names it. */
function atItsName(error: unknown, place: Origin): unknown {
  if (!(error instanceof Failure) || !['pack-not-found', 'pack-empty'].includes(error.code)) return error;
  const { message, code, hint } = error;
  return new Failure(message, { code, ...place, ...(hint === undefined ? {} : { hint }) });
}

/** The built-in rules, if they are those that the config means. */
function pinned({ extends: wanted, placeOfValue }: Config): CompiledPack {
  const built = builtinPack();
  const { id, version } = built.pack;
  const { major = 0, minor = 0 } = /^(?<major>\d+)\.(?<minor>\d+)\./.exec(version)?.groups ?? {};
  const wrong = (message: string, hint: string): Failure =>
    new Failure(message, { code: 'unknown-pack', ...placeOfValue(['extends']), hint });
  if (wanted!.id !== id) {
    throw wrong(`There are no built-in rules called \`${wanted!.id}\`.`, `The built-in ones are \`${id}\`.`);
  }
  if (wanted!.major !== undefined && wanted!.major !== Number(major)) {
    throw wrong(
      `This version of callqa has ${id} ${version}, not ${wanted!.major}.`,
      `Read what changed and write \`extends: ${id}@${major}\`, or keep the version of callqa that you had.`,
    );
  }
  if (wanted!.minor !== undefined && wanted!.minor > Number(minor)) {
    throw wrong(
      `This version of callqa has ${id} ${version}, older than ${wanted!.major}.${wanted!.minor}.`,
      'Install a newer version of callqa.',
    );
  }
  return built;
}
