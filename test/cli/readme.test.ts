import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatsTable } from './formats-table.ts';

const block = /^```console\n\$ (.+)\n([\s\S]*?)^```$/gm;
/** The pack's moments and criteria, as the tool lists them. */
const table = /(<!-- rules list -->\n)[\s\S]*?(<!-- \/rules list -->)/;
/** What each format gives. */
const formats = /(<!-- formats -->\n)[\s\S]*?(<!-- \/formats -->)/;
const readme = readFileSync('README.md', 'utf8');

/** What a command of the README prints, run by a shell as a reader would, with the built bin. */
function run(command: string): string {
  const shell = `callqa() { "${process.execPath}" bin/callqa.js "$@"; }\n${command}`;
  return execFileSync('sh', ['-c', shell], { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
}

/** The README with every output as it is today. */
async function refreshed(): Promise<string> {
  const rows = await formatsTable();
  return readme
    .replaceAll(block, (_whole, command: string) => `\`\`\`console\n$ ${command}\n${run(command)}\`\`\``)
    .replace(
      table,
      (_whole, begin: string, end: string) =>
        `${begin}\n${run('callqa rules list --format markdown')}\n${end}`,
    )
    .replace(formats, (_whole, begin: string, end: string) => `${begin}\n${rows}\n\n${end}`);
}

describe('README', () => {
  it('shows what its commands print (UPDATE=1 rewrites it)', async () => {
    const today = await refreshed();
    if (process.env['UPDATE'] === '1') writeFileSync('README.md', today);
    else expect(readme).toBe(today);
  });

  it('has commands with outputs to compare', () => {
    expect([...readme.matchAll(block)].length).toBeGreaterThan(3);
    expect(readme).toMatch(table);
    expect(readme).toMatch(formats);
  });
});
