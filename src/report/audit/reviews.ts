/** Human review in a case report: the machine's answer, the person's and the final one, side by side. */
import type { CriterionResult, Review } from '../../result/result.ts';
import { scoreText } from '../figures.ts';
import { visible } from '../visible.ts';
import type { Block, TableCell, Tone } from './block.ts';
import type { CaseView } from './view.ts';

const tones: Readonly<Record<CriterionResult['outcome'], Tone>> = {
  met: 'good',
  'not-met': 'bad',
  'not-applicable': 'plain',
  'not-evaluated': 'plain',
};

/** The blocks of the reviews; none where nobody reviewed. */
export function reviewsOf(view: CaseView): readonly Block[] {
  const { audit, naming, say } = view;
  const { reviewed } = audit.case;
  if (reviewed === undefined) return [];
  const outcome = (word: CriterionResult['outcome'] | undefined): TableCell =>
    word === undefined ? { text: '–' } : { text: say(`outcome.${word}`), tone: tones[word] };
  const machine = new Map(audit.criteria.map(({ id, outcome }) => [id, outcome]));
  const final = new Map(reviewed.criteria.map(({ id, outcome }) => [id, outcome]));
  const remarks = reviewed.reviews
    .map((review) => remarkOf(review, view))
    .filter((text) => text !== undefined);
  return [
    { kind: 'heading', text: say('review.heading') },
    {
      kind: 'table',
      columns: [
        { heading: say('label.criterion') },
        { heading: say('review.machine') },
        { heading: say('review.human') },
        { heading: say('review.final') },
      ],
      rows: [
        ...reviewed.reviews.map(({ criterion, decision }) => [
          { text: naming.criterion(criterion) },
          outcome(machine.get(criterion)),
          outcome(decision),
          outcome(final.get(criterion) ?? machine.get(criterion)),
        ]),
        ...audit.verdicts.map(({ allegation, verdict }) => {
          const after = reviewed.verdicts.find((each) => each.allegation === allegation)?.verdict ?? verdict;
          return [
            { text: naming.allegation(allegation) },
            { text: say(`verdict.${verdict}`) },
            { text: '' },
            { text: say(`verdict.${after}`) },
          ];
        }),
        [
          { text: say('review.score') },
          { text: graded(audit.score.total, audit.score.grade) },
          { text: '' },
          { text: graded(reviewed.total, reviewed.grade) },
        ],
      ],
    },
    ...(remarks.length === 0 ? [] : [{ kind: 'list', items: remarks.map((text) => ({ text })) } as const]),
    ...(reviewed.statement === undefined
      ? []
      : [
          {
            kind: 'facts',
            facts: [{ label: say('review.statement'), value: view.quoted(reviewed.statement) }],
          } as const,
        ]),
  ];
}

function graded(total: number | null, grade: string | null): string {
  return [scoreText(total), ...(grade === null ? [] : [grade])].join(' ');
}

/** Who decided it, when and why; nothing where nobody says. */
function remarkOf({ criterion, reviewer, reason, date }: Review, view: CaseView): string | undefined {
  const by = [reviewer, date].filter((part) => part !== undefined && part !== '').join(' · ');
  const parts = [by, reason ?? ''].filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  const colon = view.say('punctuation.colon');
  return visible([view.naming.criterion(criterion), ...parts].join(colon));
}
