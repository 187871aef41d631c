/** Who talks in a row of a table: as a column of speakers says, or one that tells the agent from the customer otherwise. */
import type { Columns } from './columns.ts';
import type { Row } from './csv-rows.ts';
import { fieldOf } from './fields.ts';
import type { LabelReader } from './labels.ts';
import { channelOf, directionOf } from './metadata.ts';

/** The label of a row; undefined where it names nobody. */
export type SpeakerReader = (cells: readonly string[]) => string | undefined;

/** A column that stands in for one of speakers, and what a value of it says. */
export interface SideColumn {
  readonly index: number;
  readonly labelOf: (value: string) => string | undefined;
}

const yes = /^(?:1|true|t|yes|y|是|真)$/iu;
const no = /^(?:0|false|f|no|n|否|假)$/iu;

/** What a flag such as is_agent says; undefined where it says neither. */
function ofFlag(value: string, whenTrue: 'agent' | 'customer'): string | undefined {
  if (yes.test(value)) return whenTrue;
  if (no.test(value)) return whenTrue === 'agent' ? 'customer' : 'agent';
  return undefined;
}

/** Messages go out from the agent and come in from the customer. */
function ofDirection(value: string): string | undefined {
  const direction =
    directionOf(value) ??
    (/^(?:sent|send|发送|發送|发出|發出)$/iu.test(value)
      ? 'outbound'
      : /^(?:received?|接收|收到)$/iu.test(value)
        ? 'inbound'
        : undefined);
  return direction === undefined ? undefined : direction === 'outbound' ? 'agent' : 'customer';
}

/** A channel of the recording, such as AGENT, left or 1; the channel of a contact, such as chat, is none. */
function ofChannel(value: string, labelOf: LabelReader): string | undefined {
  if (value === '' || channelOf(value) !== undefined) return undefined;
  if (labelOf(value) !== undefined) return value;
  return /^(?:\d{1,2}|[lr]|left|right|左|右|左声道|右声道)$/iu.test(value) ? `channel ${value}` : undefined;
}

/** The column that tells who talks where none is called so: its values change within a call, and each says a side. */
export function sideColumn(
  rows: readonly Row[],
  header: readonly string[],
  ids: number | undefined,
  labelOf: LabelReader,
): SideColumn | undefined {
  for (const [index, title] of header.entries()) {
    const field = fieldOf(title)?.field;
    const read =
      field === 'direction'
        ? ofDirection
        : field === 'channel'
          ? (value: string) => ofChannel(value, labelOf)
          : undefined;
    if (read === undefined) continue;
    const perCall = new Map<string, Set<string | undefined>>();
    for (const { cells } of rows) {
      const id = ids === undefined ? '' : (cells[ids] ?? '');
      perCall.set(id, (perCall.get(id) ?? new Set()).add(read(cells[index]?.trim() ?? '')));
    }
    const told = [...perCall.values()];
    if (told.some((labels) => labels.size > 1) && !told.some((labels) => labels.has(undefined))) {
      return { index, labelOf: read };
    }
  }
  return undefined;
}

/** The label of a row: its speaker, with the person behind it in brackets where another column names one. */
function labelFor(speaker: string, participant: string, labelOf: LabelReader): string | undefined {
  if (participant === '' || participant === speaker) return speaker === '' ? undefined : speaker;
  if (speaker === '') return participant;
  const label = labelOf(speaker);
  if (label === undefined) return labelOf(participant) === undefined ? speaker : participant;
  return label.plain ? `${speaker} (${participant})` : speaker;
}

/** A reader of who talks. @param side the column that stands in where none is called so */
export function speakerReader(
  { known }: Columns,
  side: SideColumn | undefined,
  labelOf: LabelReader,
): SpeakerReader {
  const cell = (cells: readonly string[], index: number | undefined) => cells[index ?? -1]?.trim() ?? '';
  const speaker = known.get('speaker')?.index;
  const participant = known.get('participant')?.index;
  const flags = (
    [
      ['isAgent', 'agent'],
      ['isCustomer', 'customer'],
    ] as const
  ).flatMap(([field, whenTrue]) => {
    const index = known.get(field)?.index;
    return index === undefined ? [] : [{ index, whenTrue }];
  });
  return (cells) => {
    const flagged = flags.map(({ index, whenTrue }) => ofFlag(cell(cells, index), whenTrue)).find(Boolean);
    const sided = side?.labelOf(cell(cells, side.index));
    const named = cell(cells, speaker);
    // A flag says the side; who is beside it is the person.
    if (flagged !== undefined && labelOf(named) === undefined) {
      return labelFor(flagged, named === '' ? cell(cells, participant) : named, labelOf);
    }
    return labelFor(named === '' ? (sided ?? '') : named, cell(cells, participant), labelOf);
  };
}
