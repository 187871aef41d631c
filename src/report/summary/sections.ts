/** Which sections a report on many calls has. */
import type { Analysis } from '../../result/analysis.ts';
import type { ReportOptions } from '../options.ts';
import { behindSection, coachingSection, issuesSection } from './advice.ts';
import { exposureSection, promisesSection, repeatsSection, signOffSection } from './follow-up.ts';
import { criteriaSection, groupsSection, overviewSection, weeksSection } from './overview.ts';
import { hasContent, type BatchSection } from './section.ts';
import { isMany, wordingOf } from './wording.ts';

/** Rows of a list in a terminal, and on a page. */
const fewRows = 10;
const manyRows = 500;
/** Findings whose words a terminal shows: those that rest on words, and not on their absence. */
const fewFindings = 5;

/**
 * What a terminal or a pull request gets: an overview, the words behind the commonest findings where the calls are not
 * few, and what is left to do; with `by`, a table for each of these fields, after `agent` the coaching notes, after `type`
 * what customers keep complaining of, after `week` nothing more. Nothing at all for a single call.
 */
export function compactSections(analysis: Analysis, options: ReportOptions): readonly BatchSection[] {
  if (!isMany(analysis)) return [];
  const wording = wordingOf(options);
  const { signOff, promises, repeats, exposure, findings, mean, smallUnder } = analysis;
  const worded = findings.filter(({ words }) => words.length > 0).slice(0, fewFindings);
  return [
    overviewSection(analysis, wording, { scores: true }),
    ...(mean.calls < smallUnder ? [] : [behindSection({ findings: worded }, wording)]),
    ...analysis.groupings.flatMap((grouping) => [
      grouping.by === 'week' ? weeksSection(analysis, wording) : groupsSection(grouping, wording),
      ...(grouping.by === 'agent' && analysis.coaching.length > 0
        ? [coachingSection(analysis, wording)]
        : []),
      ...(grouping.by === 'type' && analysis.issues.length > 0 ? [issuesSection(analysis, wording)] : []),
    ]),
    ...(signOff.calls === 0 ? [] : [signOffSection(analysis, wording, fewRows)]),
    ...(promises.open + promises.broken === 0 ? [] : [promisesSection(analysis, wording, fewRows)]),
    ...(repeats.customers === 0 ? [] : [repeatsSection(analysis, wording, fewRows)]),
    ...(exposure.length === 0 ? [] : [exposureSection(analysis, wording)]),
  ].filter(hasContent);
}

/** What a page has: everything there is something to say of. */
export function fullSections(analysis: Analysis, options: ReportOptions): readonly BatchSection[] {
  const wording = wordingOf(options);
  const { signOff, promises, repeats, exposure } = analysis;
  return [
    overviewSection(analysis, wording, { scores: false }),
    ...(signOff.calls === 0 ? [] : [signOffSection(analysis, wording, manyRows)]),
    criteriaSection(analysis, wording),
    ...(hasChange(analysis) ? [weeksSection(analysis, wording)] : []),
    behindSection(analysis, wording),
    ...analysis.groupings
      .filter(({ by, groups }) => by !== 'week' && groups.some(({ key }) => key !== null))
      .map((grouping) => groupsSection(grouping, wording)),
    ...(analysis.coaching.length === 0 ? [] : [coachingSection(analysis, wording)]),
    ...(analysis.issues.length === 0 ? [] : [issuesSection(analysis, wording)]),
    ...(repeats.customers + repeats.said.count === 0 ? [] : [repeatsSection(analysis, wording, manyRows)]),
    ...(promises.open + promises.broken === 0 ? [] : [promisesSection(analysis, wording, manyRows)]),
    ...(exposure.length === 0 ? [] : [exposureSection(analysis, wording)]),
  ].filter(hasContent);
}

/** Whether there are weeks to set side by side, or a week and calls that are in none. */
function hasChange({ weeks, undated }: Analysis): boolean {
  return weeks.length > 1 || (weeks.length === 1 && undated > 0);
}
