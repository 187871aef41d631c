/** Groups of calls by a field: agent, team, type of complaint, week, or anything in the metadata. */
import type { Group, Grouping } from '../../result/analysis.ts';
import type { CallRecord } from '../../result/record.ts';
import { byNumber } from '../../result/by-number.ts';
import { isoWeek } from './iso-week.ts';
import { proportion } from './proportion.ts';
import { meanOf, smallUnder, standingOf, without } from './spread.ts';
import { addToTally, commonest, noTally, type Tally } from './tally.ts';

/** More than any call centre has agents; a field with as many values, such as a call's number, groups nothing. */
const mostGroups = 5000;

const findingsShown = 3;

export interface Groups {
  readonly add: (record: CallRecord) => void;
  readonly finish: (all: Tally) => Grouping;
}

/** Who a call's agent is, in whatever is said of single calls. */
export function namedAgent(record: CallRecord): { readonly agent?: string; readonly agentName?: string } {
  const key = agentOf(record);
  const name = record.agent?.name;
  return {
    ...(key === undefined ? {} : { agent: key }),
    ...(name === undefined || name === key ? {} : { agentName: name }),
  };
}

/** The id of a call's agent, else the name. */
export function agentOf({ agent }: CallRecord): string | undefined {
  return agent?.id ?? agent?.name;
}

function keyOf(record: CallRecord, by: string): string | undefined {
  switch (by) {
    case 'agent':
      return agentOf(record);
    case 'team':
      return record.agent?.team;
    case 'type':
      return record.complaintType;
    case 'week':
      return record.startedAt === undefined ? undefined : isoWeek(record.startedAt);
    default:
      return record.meta?.[by.slice('meta.'.length)];
  }
}

/**
 * Groups calls by a field.
 *
 * @param by `agent`, `team`, `type`, `week`, or `meta.` and a key that the records were made with
 * @param criteria the pack's, in its order, and whether the scorecard has them
 */
export function groupsBy(
  by: string,
  criteria: readonly { readonly id: string; readonly scored: boolean }[],
): Groups {
  const groups = new Map<string | null, { readonly tally: Tally; name?: string }>();
  let beyond = 0;
  return {
    add: (record) => {
      const key = keyOf(record, by) ?? null;
      let group = groups.get(key);
      if (group === undefined) {
        if (groups.size >= mostGroups) {
          beyond++;
          return;
        }
        group = { tally: noTally(criteria.length) };
        groups.set(key, group);
      }
      const { agent } = record;
      if (by === 'agent' && agent?.id !== undefined && agent.name !== undefined) group.name ??= agent.name;
      addToTally(group.tally, record);
    },
    finish: (all) => ({
      by,
      groups: [...groups]
        .map(([key, { tally, name }]): Group => {
          const mean = meanOf(tally.spread);
          return {
            key,
            ...(name === undefined ? {} : { name }),
            calls: tally.calls,
            small: tally.calls < smallUnder,
            mean,
            upheld: proportion(tally.upheld, tally.judged),
            fatal: tally.fatal,
            critical: tally.critical,
            standing: standingOf(mean, meanOf(without(all.spread, tally.spread))),
            findings: commonest(tally, criteria, findingsShown),
          };
        })
        .sort(
          (a, b) =>
            Number(a.key === null) - Number(b.key === null) ||
            (by === 'week' ? 0 : b.calls - a.calls) ||
            byNumber(a.key ?? '', b.key ?? ''),
        ),
      beyond,
    }),
  };
}
