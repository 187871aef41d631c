/** Scoring: outcomes make points, sections, a total and a grade. */
import type { Call } from '../call/call.ts';
import type { Outcome } from '../judge/outcome.ts';
import type { Pack } from '../pack/model.ts';
import type { Scorecard } from '../pack/model/scorecard.ts';
import { roundHalfUp } from './rounding.ts';
import type { Points, Scored, SectionScore } from './scored.ts';
import { restsOnSureWords } from './sure-words.ts';
import { sum, totalOf } from './total.ts';

/** How sure it is who speaks for whom. */
interface Certainty {
  /** False where the sides were guessed from what is said, and not well enough. */
  readonly speakersSure: boolean;
}

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
  const withoutAutoFail = totalOf(parts);
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
