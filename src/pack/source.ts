/** A pack's file: its YAML with the place of every key and value. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Node, Pair, Scalar, YAMLMap } from 'yaml';
import { Failure } from '../call/failure.ts';
import type { FailureDetails } from '../call/failure.ts';
import type { Origin } from './model/origin.ts';

/** Keys and indexes from the root of a file to a value. */
export type ValuePath = readonly (string | number)[];

/** The parts of a file whose keys are ids. */
const HOLDERS_OF_IDS: readonly unknown[] = ['lists', 'moments', 'criteria', 'allegations', 'protocols'];

export interface PackSource {
  /** As it is shown to the user. */
  readonly file: string;
  /** Without a byte order mark; offsets of nodes count its UTF-16 code units. */
  readonly text: string;
  /** Plain data; undefined where the YAML is broken. */
  readonly data: unknown;
  /** What is wrong with the YAML itself, and keys that stand twice. */
  readonly failures: readonly Failure[];
  readonly contents: Node | null;
  readonly lines: LineCounter;
}

/**
 * Reads the YAML of one file. Errors are collected, never thrown.
 *
 * @param called what the file is, at the beginning of a sentence
 */
export function readSource(file: string, bytes: Uint8Array, called = 'A pack’s file'): PackSource {
  const lines = new LineCounter();
  let text: string;
  try {
    // The decoder takes a byte order mark off.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const failure = new Failure('This file is not UTF-8.', {
      code: 'not-utf8',
      file,
      line: 1,
      column: 1,
      hint: 'Save it as UTF-8.',
    });
    return { file, text: '', data: undefined, failures: [failure], contents: null, lines };
  }
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
    stringKeys: true,
    // Else the YAML library writes to the console itself.
    logLevel: 'error',
  });
  const source = { file, text, contents: document.contents, lines };
  const broken = [...document.errors, ...document.warnings].map((error) =>
    error.code === 'MULTIPLE_DOCS'
      ? failureAt(
          originAt(source, error.pos[0]),
          `${called} must be one document; here a second one begins.`,
          {
            code: 'yaml-syntax',
            hint: 'Take the line `---` out, or make two files of it.',
          },
        )
      : failureAt(originAt(source, error.pos[0]), error.message, {
          code: 'yaml-syntax',
          hint: 'This is not YAML as it stands; look at the line, and at the indentation of the one before it.',
        }),
  );
  const failures = [...broken, ...keyFailures(source, document)];
  if (broken.length === 0 && !isMap(document.contents)) {
    failures.push(
      failureAt(originAt(source, document.contents?.range?.[0] ?? 0), `${called} must be a map.`, {
        code: 'wrong-type',
        hint:
          called === 'A config'
            ? 'It begins with keys such as `extends:`, `packs:` or `lint:`; callqa init writes one.'
            : 'It begins with keys such as `pack:`, `moments:` or `criteria:`.',
      }),
    );
  }
  const readable =
    isMap(document.contents) && broken.length === 0 && !failures.some(({ code }) => code === 'yaml-alias');
  return { ...source, data: readable ? document.toJS() : undefined, failures };
}

/** A failure at a place of a pack. */
export function failureAt(
  { file, line, column }: Origin,
  message: string,
  details: Pick<FailureDetails, 'code'> & { readonly hint?: string | undefined },
): Failure {
  const { code, hint } = details;
  return new Failure(message, { code, file, line, column, ...(hint === undefined ? {} : { hint }) });
}

/** The place of an offset. */
export function originAt(source: Pick<PackSource, 'file' | 'lines'>, offset: number): Origin {
  const { line, col } = source.lines.linePos(offset);
  // An empty file has no lines at all.
  return { file: source.file, line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** The node at a path; undefined where nothing is written there. */
export function nodeAt(source: Pick<PackSource, 'contents'>, path: ValuePath): Node | undefined {
  let node: unknown = source.contents;
  for (const step of path) {
    node = isMap(node) ? pairOf(node, step)?.value : isSeq(node) ? node.items[Number(step)] : undefined;
  }
  return isNode(node) ? node : undefined;
}

/** The place of a value; where it is missing, that of the nearest thing around it that was written. */
export function placeOfValue(source: PackSource, path: ValuePath): Origin {
  const node = nodeAt(source, path);
  const empty = isScalar(node) && node.value === null && node.source === '';
  if (node?.range && !empty) return originAt(source, node.range[0]);
  return placeOfKey(source, path);
}

/** The place of a key, or of a list's element; where it is missing, that of the nearest thing around it. */
export function placeOfKey(source: PackSource, path: ValuePath): Origin {
  for (let length = path.length; length > 0; length--) {
    const holder = nodeAt(source, path.slice(0, length - 1));
    const last = path[length - 1]!;
    const node = isMap(holder) ? pairOf(holder, last)?.key : nodeAt(source, path.slice(0, length));
    if (isNode(node) && node.range) return originAt(source, node.range[0]);
  }
  return originAt(source, source.contents?.range?.[0] ?? 0);
}

const isNode = (node: unknown): node is Node => isMap(node) || isSeq(node) || isScalar(node) || isAlias(node);

function pairOf(map: YAMLMap, key: string | number): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

/** Keys that stand twice, keys that plain data cannot hold, and aliases. */
function keyFailures(source: Pick<PackSource, 'file' | 'lines'>, document: Document): readonly Failure[] {
  const failures: Failure[] = [];
  visit(document, {
    Alias(_, alias) {
      failures.push(
        failureAt(originAt(source, alias.range?.[0] ?? 0), 'Anchors and aliases have no place in a pack.', {
          code: 'yaml-alias',
          hint: 'Words that several moments share go into a list: {name-of-the-list}.',
        }),
      );
    },
    Map(_, map, ancestors) {
      const holder = ancestors.length === 3 ? ancestors[2] : undefined;
      const name = (holder as Pair<Scalar> | undefined)?.key?.value;
      const seen = new Map<string, number>();
      for (const { key } of map.items) {
        if (!isScalar(key) || !key.range) continue;
        const written = String(key.value);
        const place = originAt(source, key.range[0]);
        const first = seen.get(written);
        if (written === '__proto__') {
          failures.push(failureAt(place, 'Unknown key `__proto__`.', { code: 'unknown-key' }));
        } else if (first !== undefined) {
          failures.push(
            failureAt(place, `\`${written}\` stands twice, first on line ${first}.`, {
              code: HOLDERS_OF_IDS.includes(name) ? 'duplicate-id' : 'duplicate-key',
              hint: 'Put the two together, or rename one.',
            }),
          );
        } else {
          seen.set(written, place.line);
        }
      }
    },
  });
  return failures;
}
