/** Maps a table's header to what its columns mean. */
import { Failure } from '../call/failure.ts';
import { fieldKey, fieldOf, isField, type Field } from './fields.ts';
import type { TimeUnit } from './times.ts';

/** A column that has a meaning. */
export interface Column {
  readonly index: number;
  readonly unit?: TimeUnit;
}

export interface Columns {
  readonly known: ReadonlyMap<Field, Column>;
  /** The others, with their names: metadata, kept as they are. */
  readonly others: readonly { readonly index: number; readonly name: string }[];
}

/** The delimiter that a header line uses: the one of comma, tab and semicolon that stands in it most often. */
export function delimiterOf(header: string): ',' | '\t' | ';' | undefined {
  const bare = header.replaceAll(/"(?:[^"]|"")*"/gu, '');
  const counts = ([',', '\t', ';'] as const).map((sign) => ({ sign, count: bare.split(sign).length - 1 }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count === 0 ? undefined : best.sign;
}

/** The fields that a table's columns have one of each; the rest, such as two note columns, go to the metadata by name. */
const ofTurns = new Set<Field>([
  ...(['id', 'rowId', 'speaker', 'participant', 'text', 'start', 'end', 'duration', 'confidence'] as const),
  ...(['event', 'ordinal'] as const),
]);

/**
 * The meaning of each column.
 * @param columns field to header, which wins over the header's own names.
 * @returns undefined where no text or no speaker is found and nothing was said by `columns`.
 * @throws Failure `csv-columns` where `columns` names a field or a header that is not there.
 */
export function mapColumns(
  header: readonly string[],
  columns: Readonly<Record<string, string>>,
  file: string,
): Columns | undefined {
  const known = new Map<Field, Column>();
  const taken = new Set<number>();
  for (const [name, title] of Object.entries(columns)) {
    const field = isField(name) ? name : fieldOf(name)?.field;
    if (field === undefined) {
      throw new Failure(`--columns: there is no field "${name}"`, {
        code: 'csv-columns',
        file,
        hint: 'Fields are id, speaker, participant, text, start, end, agentName, startedAt and others.',
      });
    }
    let index = header.indexOf(title);
    if (index < 0) index = header.findIndex((other) => fieldKey(other) === fieldKey(title));
    if (index < 0) {
      throw new Failure(`--columns: there is no column "${title}"; the headers are ${header.join(', ')}`, {
        code: 'csv-columns',
        file,
        line: 1,
        hint: 'Write the header as it stands in the file, such as --columns speaker=角色,text=内容.',
      });
    }
    const unit = fieldOf(title)?.unit;
    known.set(field, { index, ...(unit === undefined ? {} : { unit }) });
    taken.add(index);
  }
  const others: { index: number; name: string }[] = [];
  for (const [index, title] of header.entries()) {
    if (taken.has(index)) continue;
    const found = fieldOf(title);
    if (found === undefined || !ofTurns.has(found.field) || known.has(found.field)) {
      others.push({ index, name: title });
      continue;
    }
    known.set(found.field, { index, ...(found.unit === undefined ? {} : { unit: found.unit }) });
  }
  if (!known.has('text') || !(known.has('speaker') || known.has('participant'))) {
    // A column called agent or 客服 is no speaker: it names the same person on every row.
    return undefined;
  }
  return { known, others };
}
