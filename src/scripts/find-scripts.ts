/** Which files of a library are read: paths, folders and globs, without what is hidden, ignored or left out. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { Failure } from '../call/failure.ts';
import { unreadable } from '../read/sources.ts';
import { scriptExtensions } from './script-format.ts';

export interface FoundScript {
  /** As it was given, or under the folder as that was given; `/` between. */
  readonly path: string;
  readonly absolute: string;
}

export interface FoundScripts {
  /** Each file once, in the order of code units of its path. */
  readonly files: readonly FoundScript[];
  /** Paths that name nothing, and folders that cannot be read. */
  readonly failures: readonly Failure[];
}

export interface FindOptions {
  readonly cwd: string;
  /** What patterns are relative to: the folder of the config; `cwd` where it is absent. */
  readonly root?: string;
  /** Globs of files that are read, of those that a folder or a glob gives; all where it is absent. */
  readonly include?: readonly string[];
  /** Globs of files that are left out, however they are named. */
  readonly exclude?: readonly string[];
  /** Whether .gitignore files are followed; they are. */
  readonly gitignore?: boolean;
}

const extensions = new Set(scriptExtensions);
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const slashed = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

/** Files of programs, which are YAML and JSON and no scripts. */
const notScripts = new Set([
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'callqa.yaml',
  'callqa.yml',
]);

/**
 * The scripts that paths name: files (read whatever their name, unless they are excluded), folders (searched for the
 * formats of scripts) and globs. Hidden files, node_modules and what .gitignore files name are left out of folders and
 * globs.
 */
export async function findScripts(paths: readonly string[], options: FindOptions): Promise<FoundScripts> {
  const { cwd } = options;
  const found = new Map<string, FoundScript>();
  const failures: Failure[] = [];
  const isWanted = await wanted(options);
  const isIgnored = options.gitignore === false ? () => false : ignoredBy();
  const add = (path: string, absolute: string): void => {
    if (!found.has(absolute)) found.set(absolute, { path: slashed(path), absolute });
  };
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const kind = kindOf(absolute);
    if (kind === 'file') {
      if (isWanted(absolute, 'named')) add(path, absolute);
    } else if (kind === 'folder') {
      const base = path.replace(/[/\\]+$/u, '');
      const shown = base === '.' || base === '' ? '' : `${base}/`;
      for (const file of filesUnder(absolute, isIgnored, failures)) {
        if (isScript(file) && isWanted(file, 'found')) add(shown + slashed(relative(absolute, file)), file);
      }
    } else {
      const matches = await globbed(path, cwd);
      for (const match of matches) {
        const file = resolve(cwd, match);
        if (isScript(file) && !isIgnored(file, false) && isWanted(file, 'found')) add(match, file);
      }
      if (matches.length === 0) {
        failures.push(
          new Failure(`nothing is called or matches ${path}`, {
            code: 'input-not-found',
            file: path,
            hint: 'Check the path; put a pattern in quotes so that the shell leaves it alone.',
          }),
        );
      }
    }
  }
  const files = [...found.values()].sort(
    (a, b) => byCodeUnit(a.path, b.path) || byCodeUnit(a.absolute, b.absolute),
  );
  return { files, failures };
}

function isScript(file: string): boolean {
  return extensions.has(extname(file).toLowerCase()) && !notScripts.has(basename(file));
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** Whether a file is one of those that the config wants. */
async function wanted({
  cwd,
  root = cwd,
  include,
  exclude = [],
}: FindOptions): Promise<(absolute: string, how: 'named' | 'found') => boolean> {
  if (include === undefined && exclude.length === 0) return () => true;
  // Patterns here are those of .gitignore: `drafts/` and `**/*.bak.md` say what people expect of them.
  const included = include === undefined ? undefined : matcher(include);
  const excluded = matcher(exclude);
  return (absolute, how) => {
    const path = slashed(relative(root, absolute));
    if (path === '' || path.startsWith('../') || isAbsolute(path))
      return included === undefined || how === 'named';
    if (excluded.ignores(path)) return false;
    return how === 'named' || included === undefined || included.ignores(path);
  };
}

function matcher(patterns: readonly string[]): Ignore {
  return ignore().add(patterns.map((pattern) => pattern.replace(/^\.\//u, '/')));
}

/** The files of a folder and those below it; a link that leads back up is followed once. */
function filesUnder(
  folder: string,
  isIgnored: (absolute: string, isFolder: boolean) => boolean,
  failures: Failure[],
): readonly string[] {
  const files: string[] = [];
  const search = (folder: string, above: ReadonlySet<string>): void => {
    try {
      const real = realpathSync(folder);
      if (above.has(real)) return;
      const here = new Set([...above, real]);
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        const inner = resolve(folder, entry.name);
        const kind = entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : kindOf(inner);
        if (kind === undefined || isIgnored(inner, kind === 'folder')) continue;
        if (kind === 'folder') search(inner, here);
        else files.push(inner);
      }
    } catch (error) {
      failures.push(unreadable(error, slashed(folder)));
    }
  };
  search(folder, new Set());
  return files;
}

/** Whether .gitignore files, from the top of the repository down to a file's own folder, ignore it. */
function ignoredBy(): (absolute: string, isFolder: boolean) => boolean {
  interface Rules {
    readonly folder: string;
    readonly rules: Ignore | undefined;
    readonly above: Rules | undefined;
  }
  const known = new Map<string, Rules>();
  const rulesOf = (folder: string): Rules => {
    const have = known.get(folder);
    if (have !== undefined) return have;
    const parent = dirname(folder);
    // Above the top of a repository its rules do not reach, and outside of one there is nothing above.
    const isTop = kindOf(resolve(folder, '.git')) !== undefined || parent === folder;
    const text = textOf(resolve(folder, '.gitignore'));
    const rules: Rules = {
      folder,
      rules: text === undefined ? undefined : ignore().add(text),
      above: isTop ? undefined : rulesOf(parent),
    };
    known.set(folder, rules);
    return rules;
  };
  /** The nearest file that says anything decides, as in git. */
  const decided = (absolute: string, isFolder: boolean): boolean => {
    for (let at: Rules | undefined = rulesOf(dirname(absolute)); at !== undefined; at = at.above) {
      if (at.rules === undefined) continue;
      const path = slashed(relative(at.folder, absolute)) + (isFolder ? '/' : '');
      const { ignored, unignored } = at.rules.test(path);
      if (ignored || unignored) return ignored;
    }
    return false;
  };
  const folders = new Map<string, boolean>();
  const isFolderIgnored = (folder: string): boolean => {
    const have = folders.get(folder);
    if (have !== undefined) return have;
    const { above } = rulesOf(folder);
    // Nothing below an ignored folder comes back.
    const answer = above !== undefined && (isFolderIgnored(dirname(folder)) || decided(folder, true));
    folders.set(folder, answer);
    return answer;
  };
  return (absolute, isFolder) =>
    isFolder ? isFolderIgnored(absolute) : isFolderIgnored(dirname(absolute)) || decided(absolute, false);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

async function globbed(pattern: string, cwd: string): Promise<readonly string[]> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) return [];
  return glob(pattern, {
    cwd,
    absolute: isAbsolute(pattern),
    expandDirectories: false,
    ignore: ['**/node_modules/**'],
  });
}
