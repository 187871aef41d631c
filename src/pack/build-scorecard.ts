/** A scorecard as it is written, made into data. */
import type { Failure } from '../call/failure.ts';
import type { Entry } from './collect.ts';
import { didYouMean } from './issues.ts';
import type { Localised } from './model/localised.ts';
import type { Origin } from './model/origin.ts';
import type { Scorecard } from './model/scorecard.ts';
import type { WrittenScorecard } from './schema/scorecard.ts';
import { failureAt, placeOfKey, placeOfValue } from './source.ts';

type Report = (failure: Failure) => void;

/** The scorecard; reports sections without criteria, criteria that are unknown or stand twice, and grades out of order. */
export function buildScorecard(
  { written, source, path }: Entry<WrittenScorecard>,
  criterionIds: ReadonlySet<string>,
  report: Report,
): Scorecard {
  const problem = (place: Origin, code: string, message: string, hint?: string): void => {
    report(failureAt(place, message, { code, hint }));
  };
  const sectionOf = new Map<string, string>();
  const sections = Object.entries(written.sections).map(([id, section]) => {
    const here = [...path, 'sections', id];
    const criteria = Object.entries(section.criteria).map(([criterion, weight]) => {
      const place = placeOfKey(source, [...here, 'criteria', criterion]);
      const other = sectionOf.get(criterion);
      if (!criterionIds.has(criterion)) {
        const hint = didYouMean(criterion, criterionIds);
        problem(place, 'unknown-criterion', `There is no criterion \`${criterion}\`.`, hint);
      } else if (other !== undefined) {
        problem(
          place,
          'criterion-in-two-sections',
          `\`${criterion}\` stands in two sections, \`${other}\` and \`${id}\`.`,
          'Each criterion stands in one section.',
        );
      } else sectionOf.set(criterion, id);
      return { id: criterion, weight };
    });
    if (criteria.length === 0) {
      problem(placeOfKey(source, here), 'empty-section', `The section \`${id}\` has no criterion.`);
    }
    return {
      id,
      ...(section.group === undefined ? {} : { group: section.group }),
      title: section.title as Localised,
      weight: section.weight,
      criteria,
    };
  });
  const grades = Object.entries(written.grades).map(([id, from]) => ({ id, from }));
  for (const [index, { id, from }] of grades.entries()) {
    const place = placeOfValue(source, [...path, 'grades', id]);
    const better = grades[index - 1];
    if (better !== undefined && from >= better.from) {
      problem(
        place,
        'grades-order',
        `The grade \`${id}\` must begin below \`${better.id}\`, below ${better.from}.`,
        'Grades stand best first.',
      );
    } else if (index === grades.length - 1 && from !== 0) {
      problem(place, 'grades-order', `The last grade, \`${id}\`, must be from 0.`);
    }
  }
  if (grades.length === 0) {
    problem(placeOfKey(source, [...path, 'grades']), 'grades-order', 'The scorecard has no grade.');
  }
  const cap = written['critical-cap'];
  const gradeIds = grades.map(({ id }) => id);
  if (!gradeIds.includes(cap)) {
    problem(
      placeOfValue(source, [...path, 'critical-cap']),
      'unknown-grade',
      `There is no grade \`${cap}\`.`,
      didYouMean(cap, gradeIds) ?? `The grades are ${gradeIds.join(', ')}.`,
    );
  }
  return { sections, grades, criticalCap: cap, leastCoverage: written['least-coverage'] };
}
