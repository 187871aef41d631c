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
  ...(['id', 'sourceId', 'rowId', 'speaker', 'talker', 'participant', 'isAgent', 'isCustomer'] as const),
  ...([
    'text',
    'start',
    'createdAt',
    'from',
    'end',
    'duration',
    'confidence',
    'event',
    'turn',
    'ordinal',
  ] as const),
]);

/** Names that are a call's where another column holds the words, and else hold the words themselves. */
const callOrWords = new Set(
  'call chat conversation interaction conversations chats 会话 會話 通话 通話'.split(' '),
);

/** True where a column says who talks. */
export function namesSpeaker({ known }: Columns): boolean {
  // A column called agent or 客服 is no speaker: it names the same person on every row.
  return (['speaker', 'participant', 'isAgent', 'isCustomer'] as const).some((field) => known.has(field));
}

/** The index of a column that the user names. @throws Failure `csv-columns` where it is not there. */
function indexOf(title: string, header: readonly string[], file: string): number {
  let index = header.indexOf(title);
  if (index < 0) index = header.findIndex((other) => fieldKey(other) === fieldKey(title));
  if (index >= 0) return index;
  throw new Failure(`--columns: there is no column "${title}"; the headers are ${header.join(', ')}`, {
    code: 'csv-columns',
    file,
    line: 1,
    hint: 'Write the header as it stands in the file, such as --columns speaker=角色,text=内容.',
  });
}

/**
 * Gives columns whose name may mean two things the one that the rest of the table leaves for them: `author` is the
 * speaker, or the person where another column has the role; `from` is a time, or whoever talks where another has the time.
 */
function settle(known: Map<Field, Column>, header: readonly string[]): void {
  const move = (from: Field, to: Field): void => {
    const column = known.get(from);
    if (column === undefined || known.has(to)) return;
    known.delete(from);
    known.set(to, column);
  };
  if (!known.has('text')) {
    const index = header.findIndex((title) => callOrWords.has(fieldKey(title)));
    if (index >= 0) {
      known.set('text', { index });
      if (known.get('id')?.index === index) known.delete('id');
    }
  }
  move('createdAt', 'start');
  move('talker', known.has('speaker') ? 'participant' : 'speaker');
  const from = known.get('from');
  move('from', known.has('speaker') || known.has('participant') ? 'start' : 'speaker');
  const isSender = from !== undefined && known.get('start') !== from;
  // To whom, and not until when.
  if (isSender && fieldKey(header[known.get('end')?.index ?? -1] ?? '') === 'to') known.delete('end');
  for (const field of ['createdAt', 'talker', 'from'] as const) known.delete(field);
}

/**
 * The meaning of each column.
 * @param columns field to header, which wins over the header's own names.
 * @returns undefined where no column holds words.
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
    const index = indexOf(title, header, file);
    const unit = fieldOf(title)?.unit;
    known.set(field, { index, ...(unit === undefined ? {} : { unit }) });
    taken.add(index);
  }
  for (const [index, title] of header.entries()) {
    const found = taken.has(index) ? undefined : fieldOf(title);
    if (found === undefined || !ofTurns.has(found.field) || known.has(found.field)) continue;
    known.set(found.field, { index, ...(found.unit === undefined ? {} : { unit: found.unit }) });
  }
  settle(known, header);
  const used = new Set([...known.values()].map(({ index }) => index));
  const others = [...header.entries()].flatMap(([index, name]) => (used.has(index) ? [] : [{ index, name }]));
  return known.has('text') ? { known, others } : undefined;
}
