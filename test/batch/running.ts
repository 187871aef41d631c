/** Runs the built bin in the background, so that a test can stop it, starve it or watch it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { bin, root } from '../cli/callqa.ts';

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

interface Running {
  readonly child: ChildProcess;
  /** Once all that it wrote was read. */
  readonly ended: Promise<Ended>;
}

/** Starts `callqa`; its standard output is the child's, to be read or left alone. */
export function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  // A child that is stopped reads no more.
  child.stdin.on('error', () => {});
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, stderr }));
  });
  return { child, ended };
}

/** Waits until something holds; fails after a minute and a half. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  const from = Date.now();
  while (!holds()) {
    if (Date.now() - from > 90_000) throw new Error(`not within 90 s: ${what}`);
    await new Promise((resolve) => void setTimeout(resolve, 5));
  }
}

/** How many steps the journal of a file says are done. */
export function stepsDone(file: string): number {
  const journal = `${file}.journal`;
  return existsSync(journal) ? Math.max(0, readFileSync(journal, 'utf8').split('\n').length - 2) : 0;
}

/** The size of a file; 0 where there is none. */
export function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

/** A folder that goes with the test. */
export function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'callqa-batch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
