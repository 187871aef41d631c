/** An event of a call in words. */
import type { TranscriptEvent } from '../../result/result.ts';
import { sayId } from '../../result/words.ts';
import { timeText } from '../figures.ts';
import { visible } from '../visible.ts';
import type { CaseView } from './view.ts';

/** Such as `01:05 disconnected by agent`; `time` false leaves out when. */
export function eventWords(
  { kind, by, detail, at }: TranscriptEvent,
  view: CaseView,
  { time = true }: { readonly time?: boolean } = {},
): string {
  const event = view.say(`event.${kind}`);
  return [
    at === undefined || !time ? '' : timeText(at),
    by === undefined
      ? event
      : view.say('event.by', { event, who: visible(sayId('speaker', by, view.language)) }),
    detail === undefined ? '' : visible(detail),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
