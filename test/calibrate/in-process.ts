/** Runs a command in this process, from the sources, and gives what it prints. */
import { Readable, Writable } from 'node:stream';
import { run } from '../../src/cli/run.ts';

class Collected extends Writable {
  text = '';
  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** What the run prints and its exit code. */
export async function callqa(
  args: readonly string[],
  cwd: string,
  stdin: string | Uint8Array = '',
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const [stdout, stderr] = [new Collected(), new Collected()];
  const code = await run(args, {
    stdin: Readable.from(stdin.length === 0 ? [] : [Buffer.from(stdin)]),
    stdout,
    stderr,
    env: {},
    now: () => new Date('2026-01-01T00:00:00Z'),
    cwd,
  });
  return { code, stdout: stdout.text, stderr: stderr.text };
}
