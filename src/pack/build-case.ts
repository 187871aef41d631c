/** What a case report tells, as it is written, made into data. */
import type { Failure } from '../call/failure.ts';
import type { Entry } from './collect.ts';
import type { AnswerKind, CasePlan, FeltId } from './model/case-plan.ts';
import { namesAt } from './names-at.ts';
import type { WrittenCase } from './schema/case-report.ts';
import type { ValuePath } from './source.ts';

const feltIds: readonly FeltId[] = ['looked-up', 'analysed', 'soothed', 'shown-a-way'];

/** The plan of the case report; its moments and criteria are checked against the ids that are known. */
export function buildCase(
  { written, source, path }: Entry<WrittenCase>,
  known: { readonly moments: ReadonlySet<string>; readonly criteria: ReadonlySet<string> },
  report: (failure: Failure) => void,
): CasePlan {
  const moments = (names: string | readonly string[], ...steps: ValuePath): readonly string[] =>
    namesAt(names, source, [...path, ...steps], known.moments, report);
  const { story, felt, mood, mitigation, bounds } = written;
  const { answers } = story;
  return {
    story: {
      agent: moments(story.agent, 'story', 'agent'),
      customer: moments(story.customer, 'story', 'customer'),
      answers: (Object.keys(answers) as AnswerKind[]).flatMap((kind) => {
        const said = answers[kind];
        return said === undefined ? [] : [{ kind, said: moments(said, 'story', 'answers', kind) }];
      }),
    },
    felt: {
      when: moments(felt.when, 'felt', 'when'),
      things: feltIds.map((id) => ({
        id,
        by: felt[id].map((one, index) =>
          typeof one === 'string' && known.criteria.has(one) && !known.moments.has(one)
            ? { moments: [], criteria: [one] }
            : { moments: moments(one, 'felt', id, index), criteria: [] },
        ),
      })),
    },
    mood: Object.entries(mood).map(([moment, weight]) => {
      moments(moment, 'mood', moment);
      return { moment, weight };
    }),
    mitigation: moments(mitigation, 'mitigation'),
    bounds: {
      begins: moments(bounds.begins, 'bounds', 'begins'),
      ends: moments(bounds.ends, 'bounds', 'ends'),
    },
  };
}
