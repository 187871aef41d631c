/** The tool's own name and version. */
import { readFileSync } from 'node:fs';

/** The version in package.json, which stands two folders above both src/cli and dist/cli. */
export function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return manifest.version;
}

/** As results name it: `callqa/` and the version. */
export function toolName(): string {
  return `callqa/${version()}`;
}
