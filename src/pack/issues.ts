/** What zod found wrong with a pack's file, in plain words and with its place. */
import type * as z from 'zod';
import type { Failure } from '../call/failure.ts';
import { nearest } from './nearest.ts';
import { knownKeys } from './schema/pack-file.ts';
import { failureAt, nodeAt, placeOfKey, placeOfValue } from './source.ts';
import type { PackSource, ValuePath } from './source.ts';

type Issue = z.core.$ZodIssue;

/** An issue with its whole path. */
interface FlatIssue {
  readonly issue: Issue;
  readonly path: ValuePath;
}

/** A failure, and the path that it is about. */
interface Explained {
  readonly path: ValuePath;
  readonly failure: Failure;
}

/** What zod's names for types are called here. */
const TYPES: Readonly<Record<string, string>> = {
  object: 'a map',
  record: 'a map',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

/** What a file is, and the keys that the map at a path of it may have. */
interface About {
  readonly called: string;
  readonly keysAt: (path: ValuePath) => readonly string[];
  /** What to say of a wrong key or type at a path that no word is near to. */
  readonly hintAt?: (path: ValuePath) => string | undefined;
  /** What to say of a key that is missing. */
  readonly missingAt?: (path: ValuePath) => string | undefined;
}

export const packFile: About = { called: 'A pack’s file', keysAt: knownKeys };

/** The failures of the issues of a file, and the paths that they are about. */
export function failuresOfIssues(
  issues: readonly Issue[],
  source: PackSource,
  about: About = packFile,
): readonly Explained[] {
  return issues.flatMap((issue) => flatten(issue, [])).flatMap((flat) => explain(flat, source, about));
}

/** Takes unions apart: of an option that the value's type suits, its own issues say more than "invalid input". */
function flatten(issue: Issue, before: ValuePath): readonly FlatIssue[] {
  const path = [...before, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  if (issue.code !== 'invalid_union') return [{ issue, path }];
  const suits = issue.errors.find(
    (option) => !option.some((one) => one.code === 'invalid_type' && one.path.length === 0),
  );
  return suits === undefined ? [{ issue, path }] : suits.flatMap((one) => flatten(one, path));
}

function explain(
  { issue, path }: FlatIssue,
  source: PackSource,
  { called, keysAt, hintAt, missingAt }: About,
): readonly Explained[] {
  const name = nameOf(path, called);
  const at = (code: string, message: string, hint?: string) => [
    { path, failure: failureAt(placeOfValue(source, path), message, { code, hint }) },
  ];
  const missing = () => [
    {
      path,
      failure: failureAt(placeOfKey(source, path), `${name} is missing.`, {
        code: 'missing-key',
        hint: missingAt?.(path),
      }),
    },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path,
        failure: failureAt(placeOfKey(source, [...path, key]), `Unknown key \`${key}\`.`, {
          code: 'unknown-key',
          hint: didYouMean(key, keysAt(path)) ?? hintAt?.(path),
        }),
      }));
    case 'invalid_key':
      return [
        {
          path,
          failure: failureAt(
            placeOfKey(source, path),
            `The name \`${String(path.at(-1))}\` ${issue.issues[0]?.message ?? 'is not allowed'}.`,
            { code: 'wrong-id' },
          ),
        },
      ];
    case 'invalid_union': {
      if (nodeAt(source, path) === undefined) return missing();
      const types = issue.errors.flatMap((option) =>
        option.flatMap((one) => (one.code === 'invalid_type' && one.path.length === 0 ? [one.expected] : [])),
      );
      return at(
        'wrong-type',
        `${name} must be ${oneOf(types)}, not ${typeAt(source, path)}.`,
        hintAt?.(path),
      );
    }
    case 'invalid_type': {
      if (nodeAt(source, path) === undefined) return missing();
      return at(
        'wrong-type',
        `${name} must be ${oneOf([issue.expected])}, not ${typeAt(source, path)}.`,
        hintAt?.(path) ?? (issue.expected === 'string' ? 'Quote it, or write it as a block (|).' : undefined),
      );
    }
    case 'invalid_value': {
      if (nodeAt(source, path) === undefined) return missing();
      const values = issue.values.map(String);
      const hint = didYouMean(String(valueAt(source, path)), values);
      return at('wrong-value', `${name} must be one of ${values.join(', ')}.`, hint);
    }
    case 'invalid_format':
      return at('wrong-value', `${name} ${issue.message}.`);
    case 'too_small':
      if (issue.origin === 'array') {
        const code = path.includes('examples') ? 'empty-examples' : 'empty-list';
        return at(code, `${name} is empty.`, 'Write at least one.');
      }
      return path[0] === 'scorecard' && (path.at(-1) === 'weight' || path.at(-2) === 'criteria')
        ? at('weight-not-positive', `${name} must be a weight above 0.`)
        : at('wrong-value', `${name} must be ${issue.inclusive ? 'at least' : 'above'} ${issue.minimum}.`);
    case 'too_big':
      return at('wrong-value', `${name} must be at most ${issue.maximum}.`);
    case 'custom': {
      const code: unknown = issue.params?.['code'];
      const hint: unknown = issue.params?.['hint'];
      const where = code === 'criterion-form' ? nameOf(path.slice(0, 2), called) : name;
      // Of a key that should not be there, and of a thing that lacks one, the key is the place.
      const place = code === 'wrong-value' ? placeOfValue(source, path) : placeOfKey(source, path);
      return [
        {
          path,
          failure: failureAt(place, `${where} ${issue.message}.`, {
            code: typeof code === 'string' ? code : 'wrong-value',
            hint: typeof hint === 'string' ? hint : undefined,
          }),
        },
      ];
    }
    default:
      return at('wrong-value', `${name}: ${issue.message}.`);
  }
}

/** The hint for a misspelt name. */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const candidate = nearest(word, candidates);
  return candidate === undefined ? undefined : `Did you mean \`${candidate}\`?`;
}

/** `a list or a string` */
const oneOf = (types: readonly string[]): string =>
  [...new Set(types.map((type) => TYPES[type] ?? type))].toSorted().join(' or ');

/** How a path is called in a sentence: its steps from the root, such as `moments.calm-down.phrases`. */
const nameOf = (path: ValuePath, called: string): string =>
  path.length === 0 ? called : `\`${path.join('.')}\``;

function valueAt(source: PackSource, path: ValuePath): unknown {
  let value = source.data;
  for (const step of path) value = (value as Readonly<Record<string, unknown>>)[step];
  return value;
}

function typeAt(source: PackSource, path: ValuePath): string {
  const value = valueAt(source, path);
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return TYPES[typeof value] ?? typeof value;
}
