/** The command line: takes arguments and the world, returns an exit code. */
import { readFileSync } from 'node:fs';
import type { Io } from './io.ts';

export { processIo } from './io.ts';

/** The version in package.json, which stands two folders above both src/cli and dist/cli. */
function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return manifest.version;
}

/** Runs one command. Returns 0 done, 1 done and a gate was not passed, 2 not done. */
export function run(argv: readonly string[], io: Io): Promise<number> {
  if (argv.length === 1 && argv[0] === '--version') {
    io.stdout.write(`${version()}\n`);
    return Promise.resolve(0);
  }
  io.stderr.write('usage: callqa --version\n');
  return Promise.resolve(2);
}
