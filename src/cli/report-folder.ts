/** A folder of pages: where `score --format html -o FOLDER/` puts what is not its index. */
import { statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Io } from './io.ts';
import { unwritable } from './output.ts';

export interface ReportFolder {
  /** The file that is written last, and whose place says that all is there. */
  readonly index: string;
  /** Makes the folder where it is not there. */
  readonly make: () => Promise<void>;
  /** Writes a page, by its path within the folder. */
  readonly put: (path: string, html: string) => Promise<void>;
}

/** The folder that a path means: one that ends as a folder's does, or that is there; undefined for a file. */
export function reportFolder(path: string | undefined, io: Io): ReportFolder | undefined {
  if (path === undefined) return undefined;
  const absolute = resolve(io.cwd, path);
  const isFolder =
    /[/\\]$/u.test(path) || statSync(absolute, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder) return undefined;
  const made = new Map<string, Promise<unknown>>();
  const make = (folder: string): Promise<unknown> => {
    const known = made.get(folder) ?? mkdir(folder, { recursive: true });
    made.set(folder, known);
    return known;
  };
  const guard = async (shown: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      throw unwritable(error, shown);
    }
  };
  return {
    index: join(path, 'index.html'),
    make: () => guard(path, () => make(absolute)),
    put: async (name, html) => {
      const file = join(absolute, name);
      await guard(join(path, name), async () => {
        await make(dirname(file));
        await writeFile(file, html);
      });
    },
  };
}
