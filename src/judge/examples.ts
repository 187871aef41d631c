/** The examples of a pack, run as tests: what its moments and criteria make of the text that stands beside them. */
import type { Call } from '../call/call.ts';
import type { Detected } from '../detect/detected.ts';
import type { Pack } from '../pack/model.ts';
import type { CriterionExamples } from '../pack/model/criterion.ts';
import type { MomentExamples } from '../pack/model/moment-rule.ts';
import type { Origin } from '../pack/model/origin.ts';
import { judge } from './judge.ts';
import type { OutcomeKind } from './outcome.ts';

/** A dialogue that its criterion judges otherwise than it says. */
export interface CriterionMismatch {
  readonly criterion: string;
  readonly expected: keyof CriterionExamples;
  readonly got: OutcomeKind;
  readonly text: string;
  /** Of the example, or of its criterion. */
  readonly origin: Origin;
}

/** A saying that its moment hears otherwise than it says. */
export interface MomentMismatch {
  readonly moment: string;
  readonly expected: keyof MomentExamples;
  readonly got: 'hit' | 'miss';
  readonly text: string;
  /** Of the example, or of its moment. */
  readonly origin: Origin;
}

export interface ExamplesRun {
  /** How many examples were run. */
  readonly run: number;
  readonly criteria: readonly CriterionMismatch[];
  readonly moments: readonly MomentMismatch[];
  /** Known misses that hit and known false hits that miss: no failures, the example can move up. */
  readonly fixed: readonly MomentMismatch[];
}

const outcomes = ['met', 'not-met', 'not-applicable'] as const;

/** What each kind of example says of today's pack, and whether anything else is good news. */
const sayings = [
  { kind: 'hit', expects: 'hit', known: false },
  { kind: 'miss', expects: 'miss', known: false },
  { kind: 'known-miss', expects: 'miss', known: true },
  { kind: 'known-false-hit', expects: 'hit', known: true },
] as const;

/**
 * Runs every example of a pack, in the pack's order. Detection is handed in as a function from a call to what it
 * finds, so that whoever calls compiles the pack once. A moment's example is a call of one turn; a criterion's is the
 * dialogue as it stands.
 */
export function runExamples(pack: Pack, detect: (call: Call) => Detected): ExamplesRun {
  const criteria: CriterionMismatch[] = [];
  const moments: MomentMismatch[] = [];
  const fixed: MomentMismatch[] = [];
  let run = 0;
  for (const { id, answers, examples, origin } of pack.moments) {
    for (const { kind, expects, known } of sayings) {
      for (const [number, { speaker, text, origin: place }] of examples[kind].entries()) {
        run++;
        // So that a moment that only answers has something to answer.
        const other = { speaker: speaker === 'agent' ? 'customer' : 'agent', text: '' } as const;
        const turns = answers === true ? [other, { speaker, text }] : [{ speaker, text }];
        const { moments: found } = detect({ id: `${id}/${kind}/${number}`, turns });
        const got = found.some((moment) => moment.id === id) ? 'hit' : 'miss';
        if (got === expects) continue;
        (known ? fixed : moments).push({ moment: id, expected: kind, got, text, origin: place ?? origin });
      }
    }
  }
  for (const { id, examples, origin } of pack.criteria) {
    for (const expected of outcomes) {
      for (const [number, { text, origin: place, ...said }] of examples[expected].entries()) {
        run++;
        const detected = detect({ id: `${id}/${expected}/${number}`, ...said });
        const got = judge(detected, pack).find(({ criterion }) => criterion === id)!.outcome;
        if (got !== expected) criteria.push({ criterion: id, expected, got, text, origin: place ?? origin });
      }
    }
  }
  return { run, criteria, moments, fixed };
}
