/** Scoring: outcomes make points, sections, a total and a grade. */
import type { Call } from '../call/call.ts';
import type { Moment } from '../detect/moment.ts';
import type { Outcome } from '../judge/outcome.ts';
import type { Criterion, Pack, Scorecard } from '../pack/model.ts';
import type { Points, Scored, SectionScore } from './scored.ts';

/** Under this a recogniser's words are no ground to fail a whole call on; 0 to 1. */
const leastConfidence = 0.5;

/** How sure it is who speaks for whom. */
interface Certainty {
  /** False where the sides were guessed from what is said, and not well enough. */
  readonly speakersSure: boolean;
}

/**
 * Rounds half up as it is done on paper: 66.65 is 66.7, whatever its binary neighbour is. A hundred-millionth of the
 * last place makes up for the error of the sum, far less than any share of real weights can differ by.
 */
function roundHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(value * scale + 0.5 + 1e-8) / scale;
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Points as they were earned, before any rounding. */
function pointsOf(outcomes: ReadonlyMap<string, Outcome>, { sections }: Scorecard): Points[] {
  return sections.flatMap(({ id: section, criteria }) =>
    criteria.map(({ id, weight }) => {
      const outcome = outcomes.get(id);
      const applied = outcome?.outcome === 'met' || outcome?.outcome === 'not-met';
      return {
        criterion: id,
        section,
        earned: applied ? outcome.share * weight : 0,
        possible: applied ? weight : 0,
      };
    }),
  );
}

/**
 * Whether a finding rests on words well enough heard to fail the whole call: for something forbidden one such moment
 * is enough; everything else, an absence too, needs all of its words.
 */
function restsOnSureWords(outcome: Outcome, { form }: Criterion, { turns }: Call): boolean {
  const heard = (turn: number): boolean => (turns[turn]?.confidence ?? 1) >= leastConfidence;
  const sure = ({ parts }: Moment): boolean => parts.every(({ turn }) => heard(turn));
  const { evidence, searched } = outcome;
  if (form === 'forbid') return evidence.some(sure);
  const from = searched?.from ?? 0;
  const searchedTurns = searched === undefined ? 0 : searched.to - from + 1;
  return evidence.every(sure) && Array.from({ length: searchedTurns }, (_, n) => from + n).every(heard);
}

/** The grade of a total, no better than the cap where something critical was not met. */
function gradeOf(total: number, capped: boolean, { grades, criticalCap }: Scorecard): string | null {
  const earned = grades.findIndex(({ from }) => total >= from);
  if (earned === -1) return null;
  const cap = capped ? grades.findIndex(({ id }) => id === criticalCap) : 0;
  return grades[Math.max(earned, cap)]?.id ?? null;
}

/**
 * Scores a call.
 *
 * Section = Σ(earned × weight) ÷ Σ(possible × weight) over the criteria that were met or not met; what was not
 * applicable or not evaluated is out of both. A section with nothing possible leaves the total, and the others'
 * weights are renormalised. The total is 0 to 100 with one decimal, rounded half up once, from unrounded sections;
 * null where nothing at all was possible. `coverage` is the share of weight that applied: section weights, each times
 * the part of its criteria's weight that was possible. Under the pack's least coverage there is no grade.
 *
 * A critical finding caps the grade, a fatal one too. A fatal one also makes the total 0, but only where the sides are
 * sure and its words were heard with confidence; else the total stands and `review` says `fatal-uncertain`. Only
 * criteria of the scorecard have these consequences: a part of a composite has none by itself.
 */
export function score(
  outcomes: readonly Outcome[],
  pack: Pack,
  call: Call,
  { speakersSure }: Certainty = { speakersSure: true },
): Scored {
  const { scorecard } = pack;
  const byId = new Map(outcomes.map((outcome) => [outcome.criterion, outcome]));
  const points = pointsOf(byId, scorecard);

  const parts = scorecard.sections.map(({ id, group, weight, criteria }) => {
    const own = points.filter(({ section }) => section === id);
    const earned = sum(own.map((point) => point.earned));
    const possible = sum(own.map((point) => point.possible));
    const whole = sum(criteria.map((criterion) => criterion.weight));
    return { id, group, weight, earned, possible, whole };
  });
  const sections: readonly SectionScore[] = parts.map(({ id, group, weight, earned, possible }) => ({
    id,
    group,
    score: possible === 0 ? null : roundHalfUp((100 * earned) / possible, 1),
    weight,
  }));
  const judged = parts.filter(({ possible, weight }) => possible > 0 && weight > 0);
  const withoutAutoFail =
    judged.length === 0
      ? null
      : roundHalfUp(
          (100 * sum(judged.map(({ weight, earned, possible }) => (weight * earned) / possible))) /
            sum(judged.map(({ weight }) => weight)),
          1,
        );
  const coverage = roundHalfUp(
    share(
      sum(parts.map(({ weight, possible, whole }) => weight * share(possible, whole))),
      sum(parts.filter(({ whole }) => whole > 0).map(({ weight }) => weight)),
    ),
    4,
  );

  const scored = new Set(points.map(({ criterion }) => criterion));
  const grave = pack.criteria.filter(
    ({ id, severity }) => severity !== 'ordinary' && scored.has(id) && byId.get(id)?.outcome === 'not-met',
  );
  const fatal = grave.filter(({ severity }) => severity === 'fatal');
  const sureFatal = fatal.filter(
    (criterion) => speakersSure && restsOnSureWords(byId.get(criterion.id)!, criterion, call),
  );
  const total = sureFatal.length > 0 ? 0 : withoutAutoFail;
  return {
    total,
    grade:
      total === null || coverage < scorecard.leastCoverage
        ? null
        : gradeOf(total, grave.length > 0, scorecard),
    coverage,
    withoutAutoFail,
    critical: grave.map(({ id }) => id),
    sections,
    points: points.map(({ earned, ...point }) => ({ ...point, earned: roundHalfUp(earned, 4) })),
    review: fatal.length > sureFatal.length ? ['fatal-uncertain'] : [],
  };
}
