/** What `score` makes of the records of its calls: the analysis, and the records themselves where a format shows each. */
import { createAnalysis, metaKeysOf } from '../batch/analysis/analyse.ts';
import { otherFigure, type GateRule } from '../batch/analysis/gate-rule.ts';
import { Failure } from '../call/failure.ts';
import type { Pack } from '../pack/model.ts';
import { nearest } from '../pack/nearest.ts';
import type { ScoreReporter } from '../report/score/reporter.ts';
import { createShownCalls, type ShownCall } from '../report/summary/shown-call.ts';
import type { Analysis } from '../result/analysis.ts';
import type { CallRecord } from '../result/record.ts';
import type { AnalysisFlags } from './analysis-options.ts';
import { analysisWarnings } from './analysis-warnings.ts';

export interface ScoreAnalysis {
  /** The keys of the metadata that records are asked with. */
  readonly metaKeys: readonly string[];
  readonly add: (records: readonly CallRecord[]) => void;
  /** What is shown of each call, in order; none where the format does without. */
  readonly shown: readonly ShownCall[];
  readonly finish: () => Analysis;
  /** What is odd in the calls together, or in what was asked of them. */
  readonly warnings: () => readonly Failure[];
}

/** What pages and workbooks are grouped by whether it is asked for or not. */
const usual = ['agent', 'team', 'type', 'week'];

/**
 * Sets the analysis of a run up; undefined where neither its format nor its gate asks for one.
 *
 * @throws {Failure} `unknown-criterion` where the gate names one that the scorecard has not
 */
export function scoreAnalysis(
  reporter: ScoreReporter,
  { by = [], repeatDays, gate = [] }: AnalysisFlags,
  pack: Pack,
  redact: boolean,
): ScoreAnalysis | undefined {
  checkGate(gate, pack);
  const isShown = reporter.kind !== 'rows' || reporter.footer !== undefined;
  if (!isShown && gate.length === 0) return undefined;
  const compact = reporter.kind === 'whole';
  const fields = compact ? by : [...usual, ...by];
  let finished: Analysis | undefined;
  const analysis = createAnalysis(pack, { by: fields, repeatDays, redact });
  const finish = (): Analysis => (finished ??= analysis.finish());
  const shown: ShownCall[] = [];
  const shownCall = reporter.kind === 'book' ? createShownCalls(reporter.quotes) : undefined;
  return {
    metaKeys: metaKeysOf(fields),
    add: (more) => {
      for (const record of more) {
        analysis.add(record);
        if (shownCall !== undefined) shown.push(shownCall(record));
      }
    },
    shown,
    finish,
    warnings: () => analysisWarnings(finish(), by, analysis.metaKeys()),
  };
}

function checkGate(gate: readonly GateRule[], pack: Pack): void {
  const known = pack.scorecard.sections.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  for (const { figure, written } of gate) {
    if (figure === 'mean' || 'verdict' in figure || known.includes(figure.criterion)) continue;
    const other = otherFigure(figure.criterion);
    if (other !== undefined) {
      throw new Failure(`the gate “${written}” names no figure of a batch`, {
        code: 'unknown-criterion',
        hint: `${other[0]!.toUpperCase()}${other.slice(1)}.`,
      });
    }
    const near = nearest(figure.criterion, known);
    throw new Failure(`the gate “${written}” names no criterion of the scorecard`, {
      code: 'unknown-criterion',
      hint: `${near === undefined ? '' : `Did you mean ${near}? `}A gate names mean, a verdict, or one of ${known.join(', ')}.`,
    });
  }
}
