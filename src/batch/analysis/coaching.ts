/** Coaching notes: for each agent two strengths, two findings, and the wording to use. */
import type { CoachingNote, CriterionFigures, Sample } from '../../result/analysis.ts';
import type { CallRecord } from '../../result/record.ts';
import { byNumber } from '../../result/by-number.ts';
import { agentOf } from './groups.ts';
import { proportion } from './proportion.ts';
import { smallUnder } from './spread.ts';
import { addToTally, noTally, type Tally } from './tally.ts';

const shown = 2;
/** Fewer occasions show no strength. */
const fewestOccasions = 3;
const strongFrom = 0.8;
const weights = { ordinary: 1, critical: 2, fatal: 3 } as const;

export interface Coaching {
  readonly add: (record: CallRecord, number: number) => void;
  readonly finish: (all: Tally) => readonly CoachingNote[];
}

interface CriterionOfPack {
  readonly id: string;
  readonly severity: CriterionFigures['severity'];
  readonly scored: boolean;
  /** The criteria that it is made of. */
  readonly of: readonly string[];
}

interface Coached {
  name?: string;
  team?: string;
  readonly tally: Tally;
  readonly samples: Map<string, { readonly sample: Sample; readonly say?: string }>;
}

/**
 * Notes on each agent, in the order of their ids.
 *
 * A strength is a criterion met in at least 80 % of at least three occasions; those that stand out most from all agents
 * come first: by the lower end of the agent's interval less the share of all. A finding is one that was not met; by the
 * lower end of the interval of that share, which asks for number and share alike, times 2 where it is critical and 3
 * where it is fatal. Only criteria of the scorecard count, and none beside another that it is made of.
 */
export function createCoaching(criteria: readonly CriterionOfPack[]): Coaching {
  const agents = new Map<string, Coached>();
  // The wordings of a pack are few, and are held once.
  const wordings = new Map<string, string>();
  return {
    add: (record, number) => {
      const key = agentOf(record);
      if (key === undefined) return;
      let agent = agents.get(key);
      if (agent === undefined) {
        agent = { tally: noTally(criteria.length), samples: new Map() };
        agents.set(key, agent);
      }
      if (record.agent?.name !== undefined && record.agent.name !== key) agent.name ??= record.agent.name;
      if (record.agent?.team !== undefined) agent.team ??= record.agent.team;
      addToTally(agent.tally, record);
      for (const { criterion, sentence, turn, say } of record.findings) {
        const known = agent.samples.get(criterion);
        // The first one with words of its own.
        if (known !== undefined && (known.sample.quote !== undefined || sentence === undefined)) continue;
        const sample: Sample = {
          number,
          id: record.id,
          ...(turn === undefined ? {} : { turn }),
          ...(sentence === undefined ? {} : { quote: sentence.trim() }),
        };
        if (say !== undefined && !wordings.has(say)) wordings.set(say, say);
        agent.samples.set(criterion, { sample, ...(say === undefined ? {} : { say: wordings.get(say)! }) });
      }
    },
    finish: (all) =>
      [...agents]
        .sort(([a], [b]) => byNumber(a, b))
        .map(([agent, { name, team, tally, samples }]) => ({
          agent,
          ...(name === undefined ? {} : { name }),
          ...(team === undefined ? {} : { team }),
          calls: tally.calls,
          small: tally.calls < smallUnder,
          strengths: strengthsOf(tally, all, criteria),
          findings: findingsOfAgent(tally, samples, criteria),
        })),
  };
}

function strengthsOf(
  own: Tally,
  all: Tally,
  criteria: readonly CriterionOfPack[],
): CoachingNote['strengths'] {
  return criteria
    .flatMap(({ id, scored }, index) => {
      const met = proportion(own.met[index]!, own.met[index]! + own.notMet[index]!);
      if (!scored || met.of < fewestOccasions || met.count < strongFrom * met.of) return [];
      const everybody = all.met[index]! / (all.met[index]! + all.notMet[index]!);
      return [{ met, criterion: id, margin: met.interval!.low - everybody }];
    })
    .sort((a, b) => b.margin - a.margin || b.met.count - a.met.count)
    .slice(0, shown)
    .map(({ met, criterion }) => ({ criterion, ...met }));
}

function findingsOfAgent(
  { met, notMet }: Tally,
  samples: Coached['samples'],
  criteria: readonly CriterionOfPack[],
): CoachingNote['findings'] {
  const ranked = criteria
    .flatMap(({ id, severity, scored, of }, index) => {
      const known = samples.get(id);
      if (known === undefined || !scored) return [];
      const share = proportion(notMet[index]!, notMet[index]! + met[index]!);
      return [{ id, severity, of, share, known, weight: weights[severity] * share.interval!.low }];
    })
    .sort((a, b) => b.weight - a.weight || b.share.count - a.share.count);
  const chosen: typeof ranked = [];
  for (const one of ranked) {
    if (chosen.length === shown) break;
    if (!chosen.some(({ id, of }) => of.includes(one.id) || one.of.includes(id))) chosen.push(one);
  }
  return chosen.map(({ id, severity, share, known }) => ({ criterion: id, severity, ...share, ...known }));
}
