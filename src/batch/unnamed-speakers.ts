/** A word on a call of which it is not known who is the agent and who the customer: most of it cannot be judged. */
import { Failure } from '../call/failure.ts';
import type { ReadCall } from '../read/reading.ts';
import type { CallResult } from '../result/result.ts';
import { speakerPairs } from '../result/speaker-pairs.ts';

/** The warning, with what names the speakers; undefined where they are known. */
export function unnamedSpeakers(
  { call, source }: ReadCall,
  { review = [] }: Pick<CallResult, 'review'>,
): Failure | undefined {
  if (!review.includes('speakers-unknown')) return undefined;
  const pairs = speakerPairs(call.turns);
  return new Failure(
    `it is not known who is the agent and who the customer in call “${call.id}”; most is not judged`,
    {
      code: 'speakers-unknown',
      file: source.path,
      ...(source.line === undefined ? {} : { line: source.line }),
      hint:
        pairs === undefined
          ? 'No label of a speaker was recognised: write “Agent:” or “Customer:” (客服：, 客户：) before each turn.'
          : `Say who is who, such as --speaker "${pairs}".`,
    },
  );
}
