/** Which calls of a batch a person should review. */
import { createHash } from 'node:crypto';
import { byText } from '../../result/by-text.ts';
import type { CallRecord } from '../../result/record.ts';
import type { VerdictResult } from '../../result/result.ts';
import { gravestVerdict } from '../../result/gravest-verdict.ts';
import { agentOf } from './groups.ts';
import { isUncertain } from '../../result/sign-off-reasons.ts';

/** What a call is drawn for, in the order in which they are drawn. */
export type Stratum = 'fragile' | 'near-threshold' | 'severe' | 'random';

/** What drawing needs of a call. */
export interface Candidate {
  /** Its place among the scored calls, from 1. */
  readonly number: number;
  readonly id: string;
  readonly source: string;
  readonly line?: number;
  readonly agent?: string;
  readonly total: number | null;
  readonly grade: string | null;
  readonly verdict?: VerdictResult['verdict'];
  readonly finding?: string;
  readonly strata: readonly Stratum[];
  /** Where chance puts it; the same for the same call and seed, whatever else is in the batch. */
  readonly chance: string;
}

/** A call that was drawn, and what for. */
export interface Drawn extends Candidate {
  readonly why: Stratum;
}

export interface CandidateOptions {
  readonly seed: number;
  /** Scores at which something changes: the grades' lower ends, and what a gate asks. */
  readonly thresholds: readonly number[];
}

/** A score so many points from a threshold is near it. */
const near = 2;

/** The shares of a sample; the rest of it is random. */
const shares: readonly (readonly [Stratum, number])[] = [
  ['fragile', 0.3],
  ['near-threshold', 0.2],
  ['severe', 0.2],
];

/**
 * A call as a candidate. Fragile: its evidence is uncertain or not enough, or one criterion alone would turn its verdict.
 * Severe: a fatal or a critical finding.
 */
export function candidateOf(
  record: CallRecord,
  number: number,
  { seed, thresholds }: CandidateOptions,
): Candidate {
  const { id, source, line, total, grade, verdicts, findings } = record;
  const agent = agentOf(record);
  const verdict = gravestVerdict(verdicts)?.verdict;
  const finding = findings[0]?.criterion;
  const fragile =
    isUncertain(record) || verdicts.some((one) => one.narrow || one.verdict === 'insufficient-evidence');
  const close = total !== null && thresholds.some((threshold) => Math.abs(total - threshold) <= near);
  const severe = findings.some(({ severity }) => severity !== 'ordinary');
  return {
    number,
    id,
    source,
    ...(line === undefined ? {} : { line }),
    ...(agent === undefined ? {} : { agent }),
    total,
    grade,
    ...(verdict === undefined ? {} : { verdict }),
    ...(finding === undefined ? {} : { finding }),
    strata: [
      ...(fragile ? (['fragile'] as const) : []),
      ...(close ? (['near-threshold'] as const) : []),
      ...(severe ? (['severe'] as const) : []),
      'random',
    ],
    chance: createHash('sha256').update(`${seed}\n${record.sha256}\n${id}`).digest('hex'),
  };
}

/**
 * Draws `count` calls, or all where there are fewer: 30 % fragile, 20 % near a threshold, 20 % severe, the rest and what
 * those leave over at random, and of each kind one as long as there is room; none twice. Each agent gets a share like their
 * share of all calls, by largest remainders. In the order of the batch.
 */
export function drawSample(candidates: readonly Candidate[], count: number): readonly Drawn[] {
  const left = quotas(candidates, count);
  const drawn = new Map<number, Drawn>();
  for (const [stratum, share] of [...shares, ['random', 1] as const]) {
    const room = count - drawn.size;
    let quota = share === 1 ? room : Math.min(room, Math.max(1, Math.floor(share * count)));
    const own = candidates.filter(({ number, strata }) => strata.includes(stratum) && !drawn.has(number));
    for (const candidate of spread(own, left)) {
      const key = candidate.agent ?? '';
      if (quota === 0) break;
      const rest = left.get(key) ?? 0;
      if (rest === 0) continue;
      left.set(key, rest - 1);
      drawn.set(candidate.number, { ...candidate, why: stratum });
      quota--;
    }
  }
  return [...drawn.values()].sort((a, b) => a.number - b.number);
}

/** How many calls of each agent are drawn; calls without one are of an agent of their own. */
function quotas(candidates: readonly Candidate[], count: number): Map<string, number> {
  const calls = new Map<string, number>();
  for (const { agent = '' } of candidates) calls.set(agent, (calls.get(agent) ?? 0) + 1);
  const wanted = Math.min(count, candidates.length);
  const parts = [...calls].map(([agent, own]) => {
    const exact = (wanted * own) / candidates.length;
    return { agent, given: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  const over = wanted - parts.reduce((sum, { given }) => sum + given, 0);
  const favoured = new Set(
    parts
      .toSorted((a, b) => b.rest - a.rest || byText(a.agent, b.agent))
      .slice(0, over)
      .map(({ agent }) => agent),
  );
  return new Map(parts.map(({ agent, given }) => [agent, given + (favoured.has(agent) ? 1 : 0)]));
}

/** In an order in which agents take turns as often as their quotas say; within an agent, by chance. */
function spread(candidates: readonly Candidate[], left: ReadonlyMap<string, number>): readonly Candidate[] {
  const turns = new Map<string, number>();
  return candidates
    .toSorted((a, b) => byText(a.chance, b.chance))
    .map((candidate) => {
      const key = candidate.agent ?? '';
      const turn = turns.get(key) ?? 0;
      turns.set(key, turn + 1);
      return { candidate, place: (turn + 0.5) / Math.max(1, left.get(key)!) };
    })
    .sort((a, b) => a.place - b.place || byText(a.candidate.chance, b.candidate.chance))
    .map(({ candidate }) => candidate);
}
