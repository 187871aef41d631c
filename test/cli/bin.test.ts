import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('prints its version', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  expect(execFileSync(process.execPath, ['bin/callqa.js', '--version'], { encoding: 'utf8' })).toBe(
    `${manifest.version}\n`,
  );
});
