/** Part 5 of a case report: groups (respect = understanding + agreement) of sections of criteria. */
import type { CriterionResult, Glossary } from '../../result/result.ts';
import { sayId } from '../../result/words.ts';
import { pointsText, scoreText } from '../figures.ts';
import { visible } from '../visible.ts';
import type { Block, ScorecardGroup, ScorecardRow, ScorecardSection } from './block.ts';
import { reviewsOf } from './reviews.ts';
import type { CaseView } from './view.ts';

/** The blocks of the part: the sections as the result has them, neighbours of one group together; then the reviews. */
export function scorecardOf(view: CaseView, glossary: Glossary): readonly Block[] {
  return [
    {
      kind: 'scorecard',
      total: scoreText(view.audit.score.total),
      groups: groupsOf(view, glossary),
    },
    ...reviewsOf(view),
  ];
}

function groupsOf(view: CaseView, glossary: Glossary): readonly ScorecardGroup[] {
  const { score, criteria } = view.audit;
  const groups: { id: string | undefined; sections: ScorecardSection[] }[] = [];
  for (const { id, score: value } of score.sections) {
    const section: ScorecardSection = {
      title: view.naming.section(id),
      score: scoreText(value),
      value,
      rows: criteria.filter((criterion) => criterion.section === id).map((one) => rowOf(one, view)),
    };
    const group = Object.hasOwn(glossary.sections, id) ? glossary.sections[id]!.group : undefined;
    const last = groups.at(-1);
    if (last !== undefined && group !== undefined && last.id === group) last.sections.push(section);
    else groups.push({ id: group, sections: [section] });
  }
  return groups.map(({ id, sections }) => {
    if (id === undefined) return { sections };
    const name = visible(sayId('group', id, view.language));
    return { title: `${name} = ${sections.map(({ title }) => title).join(' + ')}`, sections };
  });
}

function rowOf({ id, outcome, points }: CriterionResult, { naming, say }: CaseView): ScorecardRow {
  return {
    title: naming.criterion(id),
    outcome,
    outcomeWord: say(`outcome.${outcome}`),
    points: points.possible === 0 ? '–' : `${pointsText(points.earned)} / ${pointsText(points.possible)}`,
  };
}
