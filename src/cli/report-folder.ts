/** A folder of pages: where `score --format html -o FOLDER/` puts what is not its index. */
import { mkdir, open, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pageMark } from '../report/html/page-mark.ts';
import { pageFolders, isFolderPage } from '../report/summary/html/page-names.ts';
import type { Io } from './io.ts';
import { makeFolder, meansFolder } from './output-folder.ts';
import { unwritable } from './unwritable.ts';

export interface ReportFolder {
  /** The file that is written last, and whose place says that all is there. */
  readonly index: string;
  /** Makes the folder where it is not there. */
  readonly make: () => void;
  /** Writes a page, by its path within the folder. */
  readonly put: (path: string, html: string) => Promise<void>;
  /**
   * Takes away the pages of earlier runs that are none of this one, by their paths within the folder. What was not written
   * by this tool stays, whatever its name.
   */
  readonly tidy: (isOfThisRun: (path: string) => boolean) => Promise<void>;
}

/** The folder that a path means: one that ends as a folder's does, or that is there; undefined for a file. */
export function reportFolder(path: string | undefined, io: Io): ReportFolder | undefined {
  if (path === undefined || !meansFolder(path, io)) return undefined;
  const absolute = resolve(io.cwd, path);
  const made = new Map<string, Promise<unknown>>();
  const make = (folder: string): Promise<unknown> => {
    const known = made.get(folder) ?? mkdir(folder, { recursive: true });
    made.set(folder, known);
    return known;
  };
  const guard = async <Value>(shown: string, work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      throw unwritable(error, shown);
    }
  };
  return {
    index: join(path, 'index.html'),
    make: () => makeFolder(path, io),
    put: async (name, html) => {
      const file = join(absolute, name);
      await guard(join(path, name), async () => {
        await make(dirname(file));
        await writeFile(file, html);
      });
    },
    tidy: (isOfThisRun) =>
      guard(path, async () => {
        for (const folder of pageFolders) {
          for (const name of await filesIn(join(absolute, folder))) {
            const page = folder === '' ? name : `${folder}/${name}`;
            if (!isFolderPage(page) || isOfThisRun(page)) continue;
            const file = join(absolute, page);
            if (await isOurs(file)) await rm(file, { force: true });
          }
        }
      }),
  };
}

/** The files in a folder; none where it is not there. */
async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The mark stands at the beginning of a page. */
const lookedAt = 1024;

/** Whether this tool wrote a page. */
async function isOurs(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(lookedAt), 0, lookedAt, 0);
    return buffer.toString('utf8', 0, bytesRead).includes(pageMark.markup);
  } finally {
    await handle.close();
  }
}
