/** The labellers' names and the pack's: a small YAML map from a label to a moment, to several, or to nothing. */
import { Failure } from '../call/failure.ts';
import { nearest } from '../pack/nearest.ts';
import { failureAt, placeOfKey, placeOfValue, readSource } from '../pack/source.ts';
import { failOn } from './label-errors.ts';
import type { WrittenName } from './label-set.ts';

/** By label: the ids that it means, any one of them; empty for a label that is left aside. */
export type LabelMap = ReadonlyMap<string, readonly string[]>;

/** What labels may stand for. */
export interface Namable {
  /** What is named, for messages. */
  readonly thing: 'moment' | 'criterion';
  readonly ids: ReadonlySet<string>;
}

/**
 * Reads the map.
 *
 * @param known the ids that it may map to
 * @throws {LabelErrors} with every place where it is wrong
 */
export function readLabelMap(file: string, bytes: Uint8Array, { thing, ids }: Namable): LabelMap {
  const source = readSource(file, bytes);
  failOn(
    source.failures.map((failure) =>
      failure.code === 'wrong-type'
        ? new Failure('A label map must be a map.', {
            ...failure.place,
            code: failure.code,
            hint: `Write one line a label, such as \`sorry: apology\`, or \`chat: null\` to leave one aside.`,
          })
        : failure,
    ),
  );
  const failures: Failure[] = [];
  const map = new Map<string, readonly string[]>();
  for (const [label, meaning] of Object.entries(source.data as Readonly<Record<string, unknown>>)) {
    if (/[;|,\s]/u.test(label) && thing === 'moment') {
      failures.push(
        failureAt(placeOfKey(source, [label]), `The label "${label}" can stand in no cell.`, {
          code: 'label-map',
          hint: 'Labels are separated by spaces, `;` or `|`, so none of these can be part of one.',
        }),
      );
    }
    const listed = meaning === null ? [] : Array.isArray(meaning) ? (meaning as unknown[]) : [meaning];
    for (const [index, id] of listed.entries()) {
      if (typeof id === 'string' && ids.has(id)) continue;
      const place = placeOfValue(source, Array.isArray(meaning) ? [label, index] : [label]);
      const near = typeof id === 'string' ? nearest(id, ids) : undefined;
      failures.push(
        failureAt(place, `There is no ${thing} \`${String(id)}\`.`, {
          code: 'label-map',
          hint:
            near === undefined
              ? `Map the label to the id of a ${thing}, to a list of ids, or to null.`
              : `Did you mean \`${near}\`?`,
        }),
      );
    }
    map.set(label, [...new Set(listed as string[])].sort());
  }
  failOn(failures);
  return map;
}

/**
 * What each label stands for: as the map says, else the id that it is itself.
 *
 * @throws {LabelErrors} `unknown-label` with the place of each that is neither
 */
export function resolveLabels(
  names: readonly WrittenName[],
  map: LabelMap,
  { thing, ids }: Namable,
  file: string,
): LabelMap {
  const failures: Failure[] = [];
  const resolved = new Map<string, readonly string[]>(map);
  for (const { name, line, column } of names) {
    if (resolved.has(name)) continue;
    if (ids.has(name)) {
      resolved.set(name, [name]);
      continue;
    }
    const near = nearest(name, ids);
    failures.push(
      new Failure(`the label "${name}" is no ${thing}`, {
        code: 'unknown-label',
        file,
        line,
        ...(column === undefined ? {} : { column }),
        hint: `${near === undefined ? '' : `Did you mean ${near}? `}Say what it means in a map: --map map.yaml with \`${name}: ${near ?? `some-${thing}`}\`, or \`${name}: null\` to leave it aside.`,
      }),
    );
  }
  failOn(failures);
  return resolved;
}
