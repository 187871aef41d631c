/** A word on labels that were said to be somebody's and that no call has: a slip there would go unseen. */
import type { Call } from '../call/call.ts';
import { Failure } from '../call/failure.ts';
import { nearest } from '../pack/nearest.ts';

/** So many labels that there were are named. */
const mostNamed = 8;
/** More are not kept. */
const mostKept = 1000;

/** Notes the labels of a call: of whoever has one of their own, else the side. */
export function noteLabels({ turns }: Call, seen: Set<string>): void {
  if (seen.size >= mostKept) return;
  for (const { speaker, participant } of turns) seen.add(participant ?? speaker);
}

/** One warning for all of them, with those that there were; undefined without any, and where there was no call. */
export function unusedSpeakers(unused: readonly string[], seen: ReadonlySet<string>): Failure | undefined {
  if (unused.length === 0 || seen.size === 0) return undefined;
  const labels = [...seen].sort();
  const near = unused.flatMap((label) => nearest(label, labels) ?? []);
  const named = labels.slice(0, mostNamed).join(', ');
  const more = labels.length - mostNamed;
  return new Failure(
    `no turn has the label ${unused.map((label) => `“${label}”`).join(', ')} that --speaker names`,
    {
      code: 'speaker-unused',
      hint:
        (near.length === 0 ? '' : `Did you mean ${near.join(', ')}? `) +
        `The labels are ${named}${more > 0 ? ` and ${more} more` : ''}.`,
    },
  );
}
