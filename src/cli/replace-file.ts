/** Puts new content in a file's place so that a run that is cut off leaves the old or the new, and never half of one. */
import { accessSync, constants, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isSpecial } from './output.ts';

/**
 * Writes beside the file and renames; through links and devices, and where its folder takes no new file, it writes in
 * place. The file keeps its mode.
 * @throws an error of the system where it cannot be written
 */
export function replaceFile(absolute: string, content: string | Uint8Array): void {
  let mode: number | undefined;
  try {
    accessSync(absolute, constants.W_OK);
    mode = statSync(absolute).mode;
  } catch (error) {
    // What is not there yet is written anew.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (mode !== undefined && isSpecial(absolute)) {
    writeFileSync(absolute, content);
    return;
  }
  const beside = `${absolute}.partial`;
  try {
    writeFileSync(beside, content, mode === undefined ? {} : { mode });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (mode === undefined || (code !== 'EACCES' && code !== 'EPERM')) {
      rmSync(beside, { force: true });
      throw error;
    }
    writeFileSync(absolute, content);
    return;
  }
  renameSync(beside, absolute);
}
