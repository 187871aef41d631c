/** Why something cannot be written, as an expected error. */
import { Failure } from '../call/failure.ts';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EEXIST: 'there is a file in its place',
  EISDIR: 'it is a folder',
  ELOOP: 'its link leads back to itself',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'its folder is not there',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'what would be its folder is a file',
  EPERM: 'permission denied',
  EROFS: 'nothing can be written there',
};

/**
 * An error of the system as an expected one; any other is thrown on.
 * @param shown the file's name as it was given, or `standard output`
 * @param kept what to do instead of naming another file
 */
export function unwritable(error: unknown, shown: string, kept?: string): Failure {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  return new Failure(`cannot write ${shown}: ${reasons[code] ?? code}`, {
    code: 'output-unwritable',
    ...(shown === 'standard output' ? {} : { file: shown }),
    hint: kept ?? 'Name a file in a folder that exists and may be written.',
  });
}
