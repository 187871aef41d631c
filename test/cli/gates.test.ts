/** Gates that are said several times, beside those of a config, and of what no gate knows. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { callqa } from '../calibrate/in-process.ts';

const turns = [
  { speaker: 'customer', text: 'My parcel is three days late and I am really upset.' },
  { speaker: 'agent', text: 'Calm down. It is our policy, there is nothing I can do.' },
];

function folderWith(config?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'callqa-gates-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'a.json'), JSON.stringify({ id: 'c1', turns }));
  if (config !== undefined) writeFileSync(join(folder, 'callqa.yaml'), config);
  return folder;
}

describe('a gate that is said several times', () => {
  it.each([
    ['--gate', 'no-calm-down>=99%', '--gate', 'mean>=0'],
    ['--gate', 'mean>=0', '--gate', 'no-calm-down>=99%'],
    ['--gate', 'mean>=0,no-calm-down>=99%', '--gate', 'mean<=100'],
    ['--fail-on', 'critical', '--fail-on', 'insufficient-evidence'],
    ['--fail-on', 'insufficient-evidence', '--fail-on', 'critical'],
  ])('is held to in all: %s %s %s %s', async (...args) => {
    const { code, stderr } = await callqa(['score', 'a.json', ...args], folderWith());
    expect(stderr.match(/gate not passed: /gu)).toHaveLength(1);
    expect(code).toBe(1);
  });
});

describe('a gate in place of that of the config', () => {
  const config =
    'gate: {fail-under: 99, fail-on: [critical, fatal], require: "no-calm-down>=99%, mean>=0"}\n';

  it('is said to be one, with what is not asked', async () => {
    const args = ['--fail-under', '0', '--fail-on', 'fatal', '--gate', 'mean<=100'];
    const { stderr } = await callqa(['score', 'a.json', ...args], folderWith(config));
    expect(stderr.split('\n').filter((line) => line.includes('warning'))).toEqual([
      'callqa.yaml: warning: --fail-under 0 stands in for the gate of the config: 99 is not asked [gate-replaced]',
      'callqa.yaml: warning: --fail-on fatal stands in for the gate of the config: critical is not asked [gate-replaced]',
      'callqa.yaml: warning: --gate mean<=100 stands in for the gate of the config: no-calm-down>=99%,mean>=0 is not asked [gate-replaced]',
    ]);
  });

  it.each([
    [],
    ['--fail-under', '100'],
    ['--fail-on', 'fatal,critical,upheld'],
    ['--gate', 'mean>=0,no-calm-down>=99%,mean<=100'],
  ])('is not warned of where it asks no less: %s %s', async (...args) => {
    const { code, stderr } = await callqa(['score', 'a.json', ...args], folderWith(config));
    expect(stderr).not.toContain('gate-replaced');
    expect(code).toBe(1);
  });

  it.each(['score', 'audit'])('%s does not name options that nobody gave', async (command) => {
    const { stderr } = await callqa([command, 'a.json'], folderWith(config));
    expect(stderr).toContain('gate not passed: fail-under 99 of the config was asked');
    expect(stderr).toContain('gate not passed: fail-on critical of the config was asked');
    expect(stderr).not.toContain('--fail');
    const said = await callqa([command, 'a.json', '--fail-under', '99'], folderWith());
    expect(said.stderr).toContain('gate not passed: --fail-under 99 was asked');
  });
});

describe('what no gate over a batch knows', () => {
  it.each([
    ['fatal<=0', '--fail-on fatal asks it of each call'],
    ['fatal<=0%', '--fail-on fatal asks it of each call'],
    ['median>=70', 'a gate knows the mean'],
    ['median>=70%', 'a gate knows the mean'],
    ['errors<=0', 'make the exit code 2 without a gate'],
    ['errors<=0%', 'make the exit code 2 without a gate'],
  ])('is told what to say instead, and not what leads to the next error: %s', async (written, expected) => {
    const { code, stderr } = await callqa(['score', 'a.json', '--gate', written], folderWith());
    expect(code).toBe(2);
    expect(stderr).toContain(`“${written}” names no figure of a batch`);
    expect(stderr).toContain(expected);
  });
});
