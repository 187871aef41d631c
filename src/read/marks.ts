/** What stands in brackets and was not said: holds, transfers, who hung up, notes, in both languages. */
import type { CallEvent, EventKind } from '../call/call.ts';
import type { Label, LabelReader } from './labels.ts';

/** An event or a note as brackets give it. */
export type Mark =
  | {
      readonly kind: EventKind;
      readonly by?: NonNullable<CallEvent['by']>;
      readonly detail?: string;
      /** Whoever's line it stands in did it: `Customer: Forget it. [hangs up]`. */
      readonly ofLine: boolean;
    }
  | { readonly kind: 'note'; readonly text: string; readonly by?: string };

/** A bracketed piece, anywhere in a line. */
export const bracketed = /[[(（【［〔]([^[\]()（）【】［］〔〕]+)[\])）】］〕]/gu;

const opensRound = /^[(（]/u;
const colon = '[:：]';
const en = (source: string) => new RegExp(`^${source}$`, 'iu');
const enWho = String.raw`(?:the )?(?<who>[a-z][a-z ]{1,24}?)`;
const zhWho = String.raw`(?<who>\p{Script=Han}{2,6}?)`;

const note = en(
  String.raw`(?:${enWho} )?notes?(?: by (?<by>[^:：]{1,30}))?(?<colon>\s*${colon}\s*|\s+)(?<text>.+)`,
);
const zhNote = en(
  String.raw`(?:${zhWho})??(?:工单|工單|通话|通話|服务|服務)?(?:备注|備註|備注|小结|小結|记录|記錄)(?<colon>\s*${colon}\s*|\s+)(?<text>.+)`,
);
const hang = String.raw`disconnect(?:s|ed)?|hang ?ups?|hangs up|hung up`;
const disconnects = [
  en(String.raw`(?:call )?(?:${hang})(?:\s*${colon})?(?: (?:by )?${enWho})?`),
  en(
    String.raw`${enWho} (?:${hang}|drops|ends (?:the )?call|ended (?:the )?call)(?: on ${enWho.replace('who', 'on')})?`,
  ),
  en(String.raw`(?:end of (?:the )?call|(?:the )?call (?:ends|ended|terminated|completed))(?: by ${enWho})?`),
  en(
    String.raw`(?:${zhWho})??(?:主动|主動|直接|突然|先|已|单方面|單方面){0,2}(?:挂断|掛斷|挂机|掛機|挂线|掛線|收线|收線|挂了|掛了|挂掉|掛掉|结束通话|結束通話)(?:了)?(?:电话|電話|通话|通話)?(?:了)?`,
  ),
  en(String.raw`(?:挂断方|掛斷方|挂机方|掛機方)\s*${colon}?\s*${zhWho}`),
  en('(?:通话|通話|电话|電話)(?:已)?(?:结束|結束|挂断|掛斷|被挂断|被掛斷|终止|終止)'),
];
const dropped = en(
  '(?:the )?(?:call|line) (?:is |was )?(?:dropped|drops|lost)|call cut off|(?:通话|通話|电话|電話|线路|線路|信号|訊號)?(?:断线|斷線|掉线|掉線|中断|中斷)(?:了)?',
);
/** Only these say that whoever's line it is did it; `call ended` does not. */
const actsItself = /hang|hung|挂|掛|收线|收線|结束通话|結束通話/iu;

const holds = [
  en(
    String.raw`(?:call )?(?:on hold|holds?|holding|hold (?:music|starts?|started))(?: by ${enWho})?(?:\s*${colon}?\s*(?<detail>(?:for )?\d.*))?`,
  ),
  en(
    String.raw`${enWho} (?:holds|puts|placed|places|put)(?: (?:the )?(?:call|line|customer|caller|client))?(?: on hold)?(?:\s+(?<detail>(?:for )?\d.*))?`,
  ),
  en(String.raw`(?:customer|caller|client) (?:is )?on hold(?:\s*${colon}?\s*(?<detail>(?:for )?\d.*))?`),
  en(
    String.raw`(?:${zhWho})??(?:通话|通話|电话|電話|音乐|音樂)?(?:等待|等候|保持|保留|静音|靜音|通话保持|等待音乐|等待音樂|等待音)(?:中|开始|開始)?\s*${colon}?\s*(?<detail>\d.*)?`,
  ),
];
const resumes = [
  en(
    String.raw`(?:(?:call|conversation|line) )?(?:resumes?|resumed|off hold|unhold|unholds|hold (?:ends|ended)|end(?: of)? hold)(?: by ${enWho})?`,
  ),
  en(
    String.raw`${enWho} (?:resumes(?: (?:the )?call)?|returns(?: to (?:the )?(?:call|line))?|comes back|is back)`,
  ),
  en(
    String.raw`(?:${zhWho})??(?:通话|通話|对话|對話)?(?:恢复|恢復|继续|繼續|接回|取回|取消保持|取消等待|解除保持|结束等待|結束等待|结束保持|結束保持|等待结束|等待結束|保持结束|保持結束)(?:通话|通話|对话|對話)?`,
  ),
];
const transfers = [
  en(
    String.raw`(?:call )?(?:(?:warm|cold|blind) )?transfer(?:s|red|ring)?(?: (?:the )?(?:call|customer|caller|client))?(?<to>(?:\s+to\s+|\s*${colon}\s*|\s*-+>\s*|\s+)(?<detail>.+))?`,
  ),
  en(
    String.raw`${enWho} transfers(?: (?:the )?(?:call|customer|caller|client))?(?<to>\s+to\s+(?<detail>.+))?`,
  ),
  en(
    String.raw`(?:${zhWho})??(?:电话|電話|来电|來電|通话|通話)?(?:(?:转接|轉接|转给|轉給|转至|轉至|转到|轉到)(?:至|到|给|給|中)?|[转轉](?=人工))(?<to>\s*${colon}?\s*(?<detail>.+))?`,
  ),
];
/** In round brackets, which stand in ordinary writing too, a transfer needs a target that is one. */
const target =
  /^(?:the )?\p{L}+ (?:team|department|desk|line|queue)$|^(?:billing|sales|support|ivr)$|(?:部|部门|部門|组|組|人工|人工台|专线|專線|热线|熱線|中心|科|处|處)$/iu;

/** Whose label a `who` is; null where it is named and not known, so that the brackets are no mark. */
function sideOf(who: string | undefined, labelOf: LabelReader): Label | undefined | null {
  if (who === undefined) return undefined;
  return labelOf(who) ?? (/^(?:system|line|network)$/iu.test(who) ? undefined : null);
}

function eventOf(
  kind: EventKind,
  patterns: readonly RegExp[],
  inside: string,
  round: boolean,
  labelOf: LabelReader,
): Mark | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(inside);
    if (found === null) continue;
    const { who, detail, to } = found.groups ?? {};
    const label = sideOf(who, labelOf);
    if (label === null) continue;
    if (kind === 'transfer' && round && detail !== undefined && !/^\s+to\s|[:：>]/iu.test(to!)) {
      if (labelOf(detail) === undefined && !target.test(detail)) continue;
    }
    const by =
      label === undefined
        ? who === undefined
          ? undefined
          : 'system'
        : label.speaker === 'bot'
          ? 'system'
          : label.speaker;
    return {
      kind,
      ...(by === undefined ? {} : { by }),
      ...(detail === undefined ? {} : { detail: detail.trim() }),
      ofLine: by === undefined && kind === 'disconnect' && actsItself.test(inside) && !/被/u.test(inside),
    };
  }
  return undefined;
}

function noteOf(inside: string, round: boolean): Mark | undefined {
  for (const pattern of [note, zhNote]) {
    const { who, by, text, colon } = pattern.exec(inside)?.groups ?? {};
    if (text === undefined || (round && colon!.trim() === '')) continue;
    const author = by ?? who;
    return { kind: 'note', text: text.trim(), ...(author === undefined ? {} : { by: author.trim() }) };
  }
  return undefined;
}

/**
 * What brackets mean: an event, a note, or undefined for what stays in the text, such as `[laughs]`.
 * @param written the brackets and what is in them.
 */
export function markOf(written: string, labelOf: LabelReader): Mark | undefined {
  const round = opensRound.test(written);
  const inside = written.slice(1, -1).replaceAll(/\s+/gu, ' ').trim();
  if (inside === '') return undefined;
  const noted = noteOf(inside, round);
  if (noted !== undefined) return noted;
  if (inside.length > 80) return undefined;
  if (dropped.test(inside)) return { kind: 'disconnect', by: 'system', ofLine: false };
  return (
    eventOf('disconnect', disconnects, inside, round, labelOf) ??
    eventOf('hold', holds, inside, round, labelOf) ??
    eventOf('resume', resumes, inside, round, labelOf) ??
    eventOf('transfer', transfers, inside, round, labelOf)
  );
}
