/** The scorecard of a case report: groups (respect = understanding + agreement) of sections of criteria. */
import type { AuditResult, CriterionResult, Glossary, ReportLanguage } from '../../result/result.ts';
import { say, sayId } from '../../result/words.ts';
import { pointsText, scoreText } from '../figures.ts';
import type { Naming } from '../naming.ts';
import { visible } from '../visible.ts';

export interface ScorecardRow {
  readonly title: string;
  readonly outcome: CriterionResult['outcome'];
  readonly outcomeWord: string;
  /** `earned / possible`, or `–` where it did not count. */
  readonly points: string;
}

export interface ScorecardSection {
  readonly title: string;
  readonly score: string;
  readonly rows: readonly ScorecardRow[];
}

export interface ScorecardGroup {
  /** `Respect = Understanding + Agreement`; absent where a section stands for itself. */
  readonly title?: string;
  readonly sections: readonly ScorecardSection[];
}

/** The sections as the result has them, neighbours of one group together. */
export function scorecardOf(
  { score, criteria }: AuditResult,
  glossary: Glossary,
  naming: Naming,
  language: ReportLanguage,
): readonly ScorecardGroup[] {
  const groups: { id: string | undefined; sections: ScorecardSection[] }[] = [];
  for (const { id, score: points } of score.sections) {
    const section: ScorecardSection = {
      title: naming.section(id),
      score: scoreText(points),
      rows: criteria
        .filter((criterion) => criterion.section === id)
        .map((one) => rowOf(one, naming, language)),
    };
    const group = Object.hasOwn(glossary.sections, id) ? glossary.sections[id]!.group : undefined;
    const last = groups.at(-1);
    if (last !== undefined && group !== undefined && last.id === group) last.sections.push(section);
    else groups.push({ id: group, sections: [section] });
  }
  return groups.map(({ id, sections }) => {
    if (id === undefined) return { sections };
    const name = visible(sayId('group', id, language));
    return { title: `${name} = ${sections.map(({ title }) => title).join(' + ')}`, sections };
  });
}

function rowOf(
  { id, outcome, points }: CriterionResult,
  naming: Naming,
  language: ReportLanguage,
): ScorecardRow {
  return {
    title: naming.criterion(id),
    outcome,
    outcomeWord: say(`outcome.${outcome}`, language),
    points: points.possible === 0 ? '–' : `${pointsText(points.earned)} / ${pointsText(points.possible)}`,
  };
}
