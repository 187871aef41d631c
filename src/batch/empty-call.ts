/** A call without a word in it: there is nothing to score, and no score, grade or verdict is to come of it. */
import { Failure } from '../call/failure.ts';
import type { ReadCall } from '../read/reading.ts';

/** Why a call cannot be scored; undefined where something was said, or something happened. */
export function emptyCall({ call, source }: ReadCall): Failure | undefined {
  const { id, turns, events = [] } = call;
  // A dropped line is on record though nobody spoke.
  if (events.length > 0 || turns.some(({ text }) => /\S/u.test(text))) return undefined;
  return new Failure(`the call “${id}” has no ${turns.length === 0 ? 'turns' : 'words in its turns'}`, {
    code: 'input-empty',
    file: source.path,
    ...(source.line === undefined ? {} : { line: source.line }),
    hint: 'A transcript has at least one turn.',
  });
}
