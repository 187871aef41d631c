/** People's outcomes of criteria against the tool's. */
import type { Pack } from '../pack/model.ts';
import type { CriterionResult } from '../result/result.ts';
import type { BootstrapOptions } from './bootstrap.ts';
import {
  languageGroups,
  toolOutcomes,
  type Calibration,
  type Confusion,
  type Disagreement,
  type JudgedCall,
  type LanguageGroup,
  type Quote,
} from './calibration.ts';
import { mostInformativeFirst, type Ranked } from './informative.ts';
import { kappaOf } from './kappa.ts';
import type { LabelMap } from './label-map.ts';
import { humanOutcomes, type HumanOutcome, type OutcomeSet } from './label-set.ts';
import { agreements, type Tallied } from './tally.ts';

export interface OutcomeComparison {
  readonly labels: OutcomeSet;
  /** What each name means; of a name for several criteria, each is compared. */
  readonly meanings: LabelMap;
  /** In the order of their calls. */
  readonly judged: readonly JudgedCall[];
  readonly pack: Pack;
}

interface Pair {
  /** The number of the call among those that were judged. */
  readonly call: number;
  readonly human: HumanOutcome;
  readonly tool: CriterionResult;
}

/**
 * A criterion that is not met is the thing to be found, so precision is the share of the tool's findings that people
 * share. What the tool could not evaluate stands in the table of outcomes and counts for nothing else.
 */
export function compareOutcomes(
  { labels, meanings, judged, pack }: OutcomeComparison,
  options: BootstrapOptions,
): Calibration {
  const numbers = new Map(judged.map(({ call }, number) => [call.id, number]));
  const pairs = new Map<string, Pair[]>();
  for (const { call, criterion, outcome } of labels.outcomes) {
    const number = numbers.get(call);
    if (number === undefined) continue;
    for (const id of meanings.get(criterion) ?? []) {
      const tool = judged[number]!.result.criteria.find((each) => each.id === id)!;
      pairs.set(id, [...(pairs.get(id) ?? []), { call: number, human: outcome, tool }]);
    }
  }
  const criteria = pack.criteria.map(({ id }) => id).filter((id) => pairs.has(id));
  const groups = languageGroups(judged);
  const tallied = criteria.map((id): Tallied => {
    const evaluated = pairs.get(id)!.filter(({ tool }) => tool.outcome !== 'not-evaluated');
    return {
      id,
      tallies: evaluated.map(({ call, human, tool }) => {
        const [seen, found] = [human === 'not-met', tool.outcome === 'not-met'];
        return {
          call,
          both: Number(seen && found),
          falsely: Number(!seen && found),
          missed: Number(seen && !found),
          neither: Number(!seen && !found),
        };
      }),
      kappa: (inGroup) =>
        kappaOf(
          humanOutcomes.map((human) =>
            humanOutcomes.map(
              (outcome) =>
                evaluated.filter(
                  (pair) => inGroup(pair.call) && pair.human === human && pair.tool.outcome === outcome,
                ).length,
            ),
          ),
        ),
    };
  });
  return {
    kind: 'outcomes',
    agreement: agreements(tallied, judged, groups, options),
    confusion: criteria.flatMap((id) =>
      groups.flatMap((group) => confusionOf(id, group, pairs.get(id)!, judged)),
    ),
    correlations: [],
    disagreements: mostInformativeFirst(criteria.flatMap((id) => differences(id, pairs.get(id)!, judged))),
    warnings: [],
  };
}

function confusionOf(
  criterion: string,
  language: LanguageGroup,
  pairs: readonly Pair[],
  judged: readonly JudgedCall[],
): readonly Confusion[] {
  const own = pairs.filter(
    ({ call }) => language === 'all' || judged[call]!.result.call.language === language,
  );
  if (own.length === 0) return [];
  const counts = Object.fromEntries(
    humanOutcomes.map((human) => [
      human,
      Object.fromEntries(
        toolOutcomes.map((outcome) => [
          outcome,
          own.filter((pair) => pair.human === human && pair.tool.outcome === outcome).length,
        ]),
      ),
    ]),
  ) as Confusion['counts'];
  return [{ criterion, language, counts }];
}

/** Each cell of the table off its diagonal is a cause; findings that people do not share cost points unjustly. */
function differences(
  id: string,
  pairs: readonly Pair[],
  judged: readonly JudgedCall[],
): readonly Ranked<Disagreement>[] {
  const inCell = (human: HumanOutcome, outcome: CriterionResult['outcome']): number =>
    pairs.filter((pair) => pair.human === human && pair.tool.outcome === outcome).length;
  return pairs
    .filter(({ human, tool }) => tool.outcome !== 'not-evaluated' && human !== tool.outcome)
    .map(({ call, human, tool }) => {
      const { result } = judged[call]!;
      const { outcome, severity } = tool;
      const errors = inCell(human, outcome);
      return {
        item: {
          kind: 'outcome',
          id,
          call: result.call.id,
          source: result.call.source,
          language: result.call.language,
          human,
          tool: outcome,
          quotes: quotesOf(tool, judged[call]!),
        },
        cause: `${id} ${human} ${outcome}`,
        urgent: outcome === 'not-met' && severity !== 'ordinary',
        errors,
        share: errors / pairs.filter((pair) => pair.human === human).length,
      };
    });
}

/** The words that the outcome rests on; for an absence the turns that were searched. */
function quotesOf({ evidence, searched }: CriterionResult, { result }: JudgedCall): readonly Quote[] {
  const { transcript } = result.case;
  if (evidence.length > 0) {
    return evidence.map(({ turn, span }) => {
      const { text, speaker } = transcript[turn]!;
      return { turn, speaker, text, span };
    });
  }
  if (searched === undefined) return [];
  const [from, to] = searched.turns;
  return transcript
    .slice(from, to + 1)
    .filter(({ speaker }) => speaker === 'agent')
    .map(({ turn, speaker, text }) => ({ turn, speaker, text }));
}
