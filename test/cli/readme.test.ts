import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const block = /^```console\n\$ (.+)\n([\s\S]*?)^```$/gm;
const readme = readFileSync('README.md', 'utf8');

/** What a command of the README prints, run by a shell as a reader would, with the built bin. */
function run(command: string): string {
  const shell = `callqa() { "${process.execPath}" bin/callqa.js "$@"; }\n${command}`;
  return execFileSync('sh', ['-c', shell], { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
}

/** The README with every output as it is today. */
function refreshed(): string {
  return readme.replaceAll(
    block,
    (_whole, command: string) => `\`\`\`console\n$ ${command}\n${run(command)}\`\`\``,
  );
}

describe('README', () => {
  it('shows what its commands print (UPDATE=1 rewrites it)', () => {
    const today = refreshed();
    if (process.env['UPDATE'] === '1') writeFileSync('README.md', today);
    else expect(readme).toBe(today);
  });

  it('has commands with outputs to compare', () => {
    expect([...readme.matchAll(block)].length).toBeGreaterThan(3);
  });
});
