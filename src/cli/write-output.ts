/** A report that is whole before it is written. */
import type { Io } from './io.ts';
import { openOutput } from './output.ts';

/** Writes all of it, to standard output where no path is given; nothing stays of a file that could not be written. */
export async function writeOutput(
  path: string | undefined,
  text: string | Uint8Array,
  io: Io,
): Promise<void> {
  const output = openOutput(path, io);
  try {
    await output.write(text);
    await output.finish();
  } catch (error) {
    // What went wrong first is what is told.
    await output.abandon().catch(() => {});
    throw error;
  }
}
