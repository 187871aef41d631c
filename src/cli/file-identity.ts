/** What tells a file from any other, whatever names and links lead to it. */
import { fstatSync, statSync } from 'node:fs';

/** Device and inode of the file at a path, or that is open; undefined for what is no file, such as a pipe, or is not there. */
export function fileIdentity(file: string | number): string | undefined {
  try {
    const stats =
      typeof file === 'number' ? fstatSync(file, { bigint: true }) : statSync(file, { bigint: true });
    return stats.isFile() ? `${stats.dev}:${stats.ino}` : undefined;
  } catch {
    // Reading it, or writing to it, tells what is wrong.
    return undefined;
  }
}
