/** What to read: files, folders, globs and standard input, in one order. */
import { closeSync, lstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, extname, isAbsolute, resolve } from 'node:path';
import { Failure } from '../call/failure.ts';
import type { ReadFailure } from './reading.ts';

/** One source of calls, not yet opened. */
export interface Source {
  /** As it was given, or under the folder as that was given; `-` for standard input. */
  readonly path: string;
  /** The id of a call in it that brings none: the file's name without its extension. */
  readonly name: string;
  /** Where the file is; absent for standard input. */
  readonly absolute?: string;
  /** It was come upon in a folder or by a pattern, and nobody named it. */
  readonly isFound?: boolean;
  /** Its bytes, each time from the beginning; standard input can be read once. */
  readonly chunks: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** The world that sources are found in. */
export interface SourceOptions {
  readonly cwd: string;
  readonly stdin: NodeJS.ReadableStream;
}

/** What a folder is searched for, packed with gzip or not; a file that is named is read whatever its name. */
const extensions = new Set(['.txt', '.json', '.jsonl', '.ndjson', '.csv', '.tsv', '.vtt', '.srt']);
const chunkSize = 1 << 16;

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A file's name without the `.gz` of what is packed. */
function unpackedName(path: string): string {
  return basename(path).replace(/(?<=.)\.gz$/iu, '');
}

/** True for what a folder is searched for. A packed file may have no other extension. */
function isTranscript(entry: string): boolean {
  const unpacked = unpackedName(entry);
  const extension = extname(unpacked).toLowerCase();
  return extensions.has(extension) || (extension === '' && unpacked !== entry);
}

/** The bytes of a file, in pieces. */
function* fileChunks(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkSize);
      const length = readSync(file, chunk);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

async function* streamChunks(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}

/** The code of an error of the file system, such as `ENOENT`; undefined for any other error. */
function fileErrorCode(error: unknown): string | undefined {
  const { code, syscall } = error as { readonly code?: unknown; readonly syscall?: unknown };
  return error instanceof Error && typeof code === 'string' && syscall !== undefined ? code : undefined;
}

/** An error of the file system in the tool's own words. Anything else is thrown on. */
export function unreadable(error: unknown, path: string): Failure {
  const code = fileErrorCode(error);
  if (code === undefined) throw error;
  const why =
    code === 'ENOENT'
      ? 'there is no such file'
      : code === 'EACCES' || code === 'EPERM'
        ? 'permission denied'
        : code === 'EISDIR'
          ? 'it is a folder'
          : code;
  return new Failure(`cannot read ${path}: ${why}`, {
    code: code === 'ENOENT' ? 'input-not-found' : 'input-unreadable',
    file: path,
    hint: code === 'ENOENT' ? 'Check the path.' : 'Check that the file may be read.',
  });
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (fileErrorCode(error) === undefined) throw error;
    return undefined;
  }
}

/**
 * What keeps an entry of a folder from being looked at; undefined for what nobody would look for there by its name, and
 * for what went since the folder was read. A link that leads nowhere may have led to a transcript, or to a folder of them.
 */
function unreachable(entry: string, path: string, shown: string): Failure | undefined {
  if (!isTranscript(entry) && extname(entry) !== '') return undefined;
  try {
    statSync(path);
    return undefined;
  } catch (error) {
    const failure = unreadable(error, shown);
    if (failure.code !== 'input-not-found') return failure;
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
    return new Failure(`cannot read ${shown}: it is a link that leads nowhere`, {
      code: 'input-not-found',
      file: shown,
      hint: 'Mend the link, or take it away.',
    });
  }
}

type Found = Map<string, { readonly path: string; readonly absolute: string; readonly isFound: boolean }>;

/** Adds the transcripts of a folder, hidden ones and node_modules apart; a link that leads back up is followed once. */
function searchFolder(
  path: string,
  absolute: string,
  found: Found,
  failures: ReadFailure[],
  above: ReadonlySet<string>,
): void {
  try {
    const real = realpathSync(absolute);
    if (above.has(real)) return;
    const here = new Set([...above, real]);
    for (const entry of readdirSync(absolute)) {
      if (entry.startsWith('.') || entry === 'node_modules') continue;
      const inner = resolve(absolute, entry);
      const shown = path === '.' ? entry : `${path.replace(/[/\\]+$/u, '')}/${entry}`;
      const kind = kindOf(inner);
      if (kind === 'folder') searchFolder(shown, inner, found, failures, here);
      // Whoever names a pipe means it; one that lies in a folder would be waited for without end.
      else if (kind === 'file' && isTranscript(entry) && statSync(inner).isFile()) {
        found.set(inner, found.get(inner) ?? { path: shown, absolute: inner, isFound: true });
      } else if (kind === undefined) {
        const failure = unreachable(entry, inner, shown);
        if (failure !== undefined) failures.push({ failure, path: shown });
      }
    }
  } catch (error) {
    failures.push({ failure: unreadable(error, path), path });
  }
}

/**
 * The sources that paths name: files, folders (searched for transcripts), globs and `-`. Each file comes once, in the
 * order of code units of its path; a path that names nothing is a failure, and the failures come first.
 */
export async function* findSources(
  paths: readonly string[],
  { cwd, stdin }: SourceOptions,
): AsyncGenerator<Source | ReadFailure> {
  const found: Found = new Map();
  const failures: ReadFailure[] = [];
  for (const path of paths) {
    const before = found.size;
    const seen = failures.length;
    if (path === '-') {
      found.set('-', { path, absolute: '-', isFound: false });
      continue;
    }
    const absolute = resolve(cwd, path);
    const kind = kindOf(absolute);
    if (kind === 'file') {
      found.set(absolute, { path: found.get(absolute)?.path ?? path, absolute, isFound: false });
    } else if (kind === 'folder') {
      const inFolder: Found = new Map();
      searchFolder(path, absolute, inFolder, failures, new Set());
      for (const [key, file] of inFolder) found.set(key, found.get(key) ?? file);
      if (inFolder.size === 0 && failures.length === seen) {
        const hint = `A folder is searched for ${[...extensions].join(', ')} and .gz of them; name a file to read it whatever its name.`;
        failures.push({
          failure: new Failure(`no transcripts in ${path}`, { code: 'input-not-found', file: path, hint }),
          path,
        });
      }
    } else {
      const matches = await globbed(path, cwd);
      for (const match of matches) {
        const file = resolve(cwd, match);
        found.set(file, found.get(file) ?? { path: match, absolute: file, isFound: true });
      }
      if (matches.length === 0 && found.size === before) {
        failures.push({
          failure: new Failure(`nothing is called or matches ${path}`, {
            code: 'input-not-found',
            file: path,
            hint: 'Check the path; put a pattern in quotes so that the shell leaves it alone.',
          }),
          path,
        });
      }
    }
  }
  yield* failures;
  const sorted = [...found.values()].sort(
    (a, b) => byCodeUnit(a.path, b.path) || byCodeUnit(a.absolute, b.absolute),
  );
  for (const { path, absolute, isFound } of sorted) {
    yield path === '-'
      ? { path, name: 'stdin', chunks: () => streamChunks(stdin) }
      : fileSource(path, absolute, isFound);
  }
}

/** A file as a source. @param isFound whether it was come upon rather than named */
export function fileSource(path: string, absolute: string, isFound = false): Source {
  return {
    path,
    name: nameOf(path),
    absolute,
    ...(isFound ? { isFound } : {}),
    chunks: () => fileChunks(absolute),
  };
}

/** A file's name without its extension, which for a packed one are two. */
function nameOf(path: string): string {
  const unpacked = unpackedName(path);
  return basename(unpacked, extname(unpacked));
}

/** Where a path leads; itself where it leads nowhere, which shows when it is read. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (fileErrorCode(error) === undefined) throw error;
    return path;
  }
}

async function globbed(pattern: string, cwd: string): Promise<readonly string[]> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) return [];
  const matches = await glob(pattern, {
    cwd,
    absolute: isAbsolute(pattern),
    expandDirectories: false,
    ignore: ['**/node_modules/**'],
  });
  // Through a link to a folder above, a file would come again and again; its shortest path is the one that counts.
  const byFile = new Map<string, string>();
  for (const match of matches.toSorted((a, b) => a.length - b.length || byCodeUnit(a, b))) {
    const real = realPath(resolve(cwd, match));
    if (!byFile.has(real)) byFile.set(real, match);
  }
  return [...byFile.values()];
}
