/** Backchannel: saying no more than that one listens. */
import { foldText } from '../text/fold.ts';

/** What listeners say, folded, without spaces and signs; said over and over it is no more. */
const listening = new RegExp(
  `^(?:${[
    'mm+|m+hm+|u+h+u+h+|huh|ah|oh|yeah|yep|yes|yup|ok|okay|right|isee|sure|gotit|goon|goahead|all?right',
    '好的?|对|是的?|哦|噢|喔|啊|哎|欸|诶|行',
    '[您你]说|[您你]讲|[您你]?请[说讲]|明白|了解|我在听|[您请]继续',
  ].join('|')})*$`,
  'u',
);
/** Longer texts say more; this also bounds what the pattern may try. */
const longest = 24;

/** Whether a text is nothing but backchannel, fillers or signs. */
export function isBackchannel(text: string): boolean {
  if (text.length > longest) return false;
  const bare = foldText(text)
    .replaceAll(/[嗯呃]|\b(?:um+|uh+|hm+|er+)\b/gu, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return listening.test(bare);
}
