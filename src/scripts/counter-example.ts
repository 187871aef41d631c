/** Which headings, labels and columns of a script teach by counter-example, and which say what to say instead. */
import { foldText } from '../text/fold.ts';

const wordings =
  '(?:words?|wordings?|phrases?|phrasings?|expressions?|sentences?|lines?|language|scripts?|responses?|answers?|repl(?:y|ies)|examples?|statements?)';
const never =
  "(?:don'?t|do not|never|not to|avoid|mustn'?t|must not|shouldn'?t|should not|cannot|can't)(?: (?:ever|please))?";
const said = `(?:say|saying|tell(?:ing)?(?: (?:the )?customers?)?|(?:use|using|write)(?: (?:these|this|that|such|the following|${wordings})|$))`;
const hanNever =
  '(?:不要|不能|不可以?|不应该?|不该|不得|不准|不许|千万别|切勿|请勿|勿)(?:再|对客户|跟客户|向客户|这么|这样|随便)?';

/** Full-width forms and traditional characters fold to what is written here. */
const bad = new RegExp(
  [
    String.raw`^(?:please )?(?:(?:what|things|${wordings}) )?(?:(?:to|you|we|agents?) )*${never} ${said}\b`,
    String.raw`\b${wordings} (?:(?:you|we|agents?) should |to )?(?:avoid|never (?:say|use))\b`,
    String.raw`\bthings (?:to avoid|not to say|never to say)\b`,
    String.raw`\bavoid (?:the following|these|this|such|${wordings})\b`,
    String.raw`^(?:please )?(?:avoid|never|don'?ts?|do not|bad|wrong|incorrect|poor|forbidden|prohibited|banned|not ok|not like this|instead of|rather than)$`,
    String.raw`\b(?:bad|wrong|poor|incorrect|inappropriate|unacceptable|forbidden|prohibited|banned|taboo) ${wordings}\b`,
    String.raw`\b(?:counter-?examples?|anti-?patterns?)\b`,
    '^(?:应|请|尽量|须|要)?避免(?:使用|说)?$',
    '避免(?:使用)?(?:说|以下|这样说|这些|的(?:说法|话|用语|表达|词)|用语|话术|表达)',
    '^禁用$|禁用(?:语|词|话术|表达|句|说法|清单)|禁语|禁忌|忌语|忌用|禁止(?:用语|说|话术|表达)',
    '(?:错误|反面|负面|不良|不当|坏)的?(?:示范|示例|话术|说法|表达|表述|用语|案例|例子|教材|回答|回复|做法)',
    '^(?:错误|不当|不推荐|不规范|修改前|优化前)$|反例',
    `${hanNever}(?:说|讲)(?!话|明|服|解)`,
    `${hanNever}(?:使用|用)(?:以下|这些|这样的|此类|的(?:话|词|语|表达|说法)|话术)`,
    '不(?:规范|文明|礼貌|恰当|合适|宜)的?(?:用语|话术|表达|说法)',
    '^(?:别|不|勿)(?:这样|这么)?说(?!话|明|服)',
    '雷区',
  ]
    .map((source) => foldText(source))
    .join('|'),
  'u',
);

const good = new RegExp(
  [
    String.raw`^(?:please |do |what to |you can |you may )?say(?: this| these| instead)?$`,
    String.raw`^(?:instead|better|good|correct|right|preferred|recommended|do|dos|do'?s|use this|use instead)$`,
    String.raw`\b(?:say|use|try) (?:this |these )?instead\b`,
    String.raw`\b(?:good|better|correct|right|preferred|recommended|improved|suggested) ${wordings}\b`,
    '正确|推荐(?!人)|正例|建议(?:话术|说法|用语|表达)|改(?:为|成|用)|(?:应该|可以|应当)(?:这样|这么)?说|标准(?:话术|用语)|规范(?:话术|用语)|^(?:修改后|优化后|建议)$',
  ]
    .map((source) => foldText(source))
    .join('|'),
  'u',
);

const badSign = /^\s*(?:[✗✘✖×❌❎🚫⛔👎]\ufe0f?)\s*/u;
const goodSign = /^\s*(?:[✓✔✅☑👍]\ufe0f?)\s*/u;

/** What a heading, label or column header is for; undefined where it is neither. */
export function teachingOf(title: string): 'bad' | 'good' | undefined {
  if (badSign.test(title)) return 'bad';
  if (goodSign.test(title)) return 'good';
  const folded = foldText(title)
    .replaceAll(/[^\p{L}\p{N}' -]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  // "不推荐" holds "推荐", and "don't say this, say that instead" is a heading over what not to say.
  if (bad.test(folded)) return 'bad';
  return good.test(folded) ? 'good' : undefined;
}

/** The sign that a line begins with, `✗ …` or `✓ …`, and how long it is. */
export function teachingSign(
  line: string,
): { readonly teaching: 'bad' | 'good'; readonly length: number } | undefined {
  const isBad = badSign.exec(line);
  if (isBad !== null) return { teaching: 'bad', length: isBad[0].length };
  const isGood = goodSign.exec(line);
  return isGood === null ? undefined : { teaching: 'good', length: isGood[0].length };
}
