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
    String.raw`^(?:what|things|${wordings}) to avoid$|^not (?:recommended|allowed|acceptable)$|^(?:old|former) ${wordings}$|^(?:no-go|no go)s?(?: ${wordings})?$`,
    String.raw`^(?:red ?lines?|off[- ]limits|blacklist(?:ed)?)(?: ${wordings})?$`,
    '^(?:违禁|违规|敏感|禁止使用|禁止|不可使用|不可用|不得使用|请勿使用|勿用|切忌|慎用|红线|地雷|踩雷|黑名单)的?(?:话术|用语|词汇?|语句|句|说法|表达|内容)?$',
    '(?:红线|违禁|敏感|地雷|踩雷)(?:话术|用语|词汇?|语)|禁止使用的?(?:话术|用语|词|说法|表达)|^ng(?:用语|话术|词|例)?$',
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
    String.raw`^(?:but |please )?(?:instead say|say this instead|try(?: this| these| saying)?|use(?: this| these| the following)?|replace (?:it |them )?with|replacements?|alternatives?|what (?:you|we|agents?) (?:can|could|should|may) say|(?:new|preferred|approved|recommended))$`,
    String.raw`\b(?:better|good|preferred|suggested|approved|recommended|positive|alternative|replacement|new|polite) (?:alternatives?|options?|${wordings})\b`,
    String.raw`^instead,? (?:say|use|try)\b|^(?:say|use|try) (?:the following|one of these)\b`,
    '^(?:替代|替换|替|代替)(?:说法|话术|用语|表达|词)?$|换成|换为|^(?:应对|应答|正面|优秀|礼貌|参考|服务|宜用|敬|可用|优质|合规)(?:的)?(?:话术|用语|敬语|语|说法|表达|示例|范例)$|^(?:服务|礼貌)(?:敬语|用语)$',
    '正确|推荐(?!人)|正例|建议(?:话术|说法|用语|表达)|改(?:为|成|用)|(?:应该|可以|应当)(?:这样|这么)?说|标准(?:话术|用语)|规范(?:话术|用语)|^(?:修改后|优化后|建议)$',
  ]
    .map((source) => foldText(source))
    .join('|'),
  'u',
);

const badSign = /^\s*(?:[✗✘✖×❌❎🚫⛔👎]\ufe0f?)\s*/u;
const goodSign = /^\s*(?:[✓✔✅☑√⭕👍]\ufe0f?)\s*/u;

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

/** A sign or a title in brackets at the head of a line: 【错误】, (×), [Don't say]. */
const inBrackets =
  /^\s*(?:【([^【】\n]{1,20})】|\[([^[\]\n]{1,24})\](?!\()|[(（]([^()（）\n]{1,20})[)）])\s*/u;
/** A title of its own line: numbered, underlined with signs or bare. */
const aroundTitle =
  /^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．]\s*)?\s*(?:={2,}|-{2,}|~{2,}|\*{2,}|《|〖|「)?\s*(.*?)\s*(?:={2,}|-{2,}|~{2,}|\*{2,}|》|〗|」)?\s*[:：]?\s*$/u;
/** What nobody says, even without a sign around it; "say this" and "use this" are said. */
const bareTitle =
  /^(?:please )?(?:what not to|things|words?|phrases?|never|don['’]?t|do not|avoid|bad|wrong|not (?:recommended|allowed)|forbidden|prohibited|banned|poor|incorrect)(?: [\w'’]+){0,3}$|^\p{Script=Han}{2,8}$/iu;
/** More than this is no title but something to say. */
const longestTitle = 32;

/** What a line begins with that says what it teaches, `✗ …`, `✓ …` or 【错误】, and how long it is. */
export function teachingSign(
  line: string,
): { readonly teaching: 'bad' | 'good'; readonly length: number; readonly name: string } | undefined {
  for (const [sign, teaching] of [
    [badSign, 'bad'],
    [goodSign, 'good'],
  ] as const) {
    const found = sign.exec(line)?.[0];
    if (found !== undefined) return { teaching, length: found.length, name: found.trim() };
  }
  const found = inBrackets.exec(line);
  if (found === null) return undefined;
  const name = (found[1] ?? found[2] ?? found[3])!;
  const teaching = teachingOf(name);
  return teaching && { teaching, length: found[0].length, name: found[0].trim() };
}

/** What a whole line teaches that is a title and nothing else, such as `五、禁用语` or `== Don't say ==`. */
export function teachingTitle(
  line: string,
): { readonly teaching: 'bad' | 'good'; readonly name: string } | undefined {
  if (line.length > longestTitle || /[.!?。！？,，;；…]\s*$/u.test(line)) return undefined;
  // A sign speaks of what stands behind it, and that may be said.
  if (badSign.test(line) || goodSign.test(line) || inBrackets.test(line)) return undefined;
  const name = aroundTitle.exec(line)?.[1] ?? '';
  if (name === '' || (name === line.trim() && !bareTitle.test(name))) return undefined;
  const teaching = teachingOf(name);
  return teaching && { teaching, name };
}
