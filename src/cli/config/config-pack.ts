/** The rules that a config asks for: those that it builds on, with the company's own beside them. */
import { isAbsolute, join, resolve } from 'node:path';
import { Failure } from '../../call/failure.ts';
import { builtinPack } from '../../pack/builtin.ts';
import type { CompiledPack } from '../../pack/compiled.ts';
import type { Config } from './config.ts';

/**
 * Loads and compiles them.
 *
 * @throws {Failure} `unknown-pack` where it pins rules that this version of the tool has not, `config-no-rules`
 * @throws {PackErrors} with everything that is wrong with the company's own
 */
export async function packOfConfig(config: Config): Promise<CompiledPack> {
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
  for (const { path, override } of config.packs) {
    const absolute = resolve(config.folder, path);
    const shown = isAbsolute(path) ? path : join(shownFolder, path).replaceAll('\\', '/');
    compiled =
      compiled === undefined
        ? compilePack(loadPack(absolute, shown))
        : compileExtended(compiled, extendPack({ pack: compiled.pack, override }, absolute, shown));
  }
  return compiled!;
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
