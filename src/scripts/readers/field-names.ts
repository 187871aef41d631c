/** The names of keys and columns whose values are said, and of those that tell of them. */
import { labelKey } from '../../read/labels.ts';
import { foldText } from '../../text/fold.ts';

const said =
  'text texts content contents say says said script scripts reply replies answer answers response responses agent message messages ' +
  'line lines wording wordings speech phrase phrases template templates body html instead utter ' +
  '话术 内容 回复 脚本 答复 回答 答 客服 坐席 座席 文本 台词 话术内容 回复内容 客服话术 坐席话术 参考话术 推荐话术 标准话术 建议话术 话术示例 话术模板 ' +
  '应答 应答话术 答复内容 开场白 结束语 回复话术 客服回复 客服回答';
/** In the exports of bots an utterance is the user's. */
const ofCustomers =
  'utterance utterances 问题 问法 客户话术 用户问法 顾客问题 客户原话 用户原话 客户诉求 客户来电 来电内容';
const ofTitles =
  'title name heading topic subject id key 标题 名称 主题 编号 话术名称 话术标题 话术编号 场景名称';
const ofScenarios = 'scenario scenario_id scenarioid 场景 场景id 场景编号';
/** Of those, what there are several of to choose from; `lines` and `messages` follow one another. */
const ofChoices =
  'replies answers responses wordings phrases templates 话术 回复 答复 回答 答 话术内容 回复内容 客服话术 坐席话术 参考话术 ' +
  '推荐话术 标准话术 建议话术 话术示例 话术模板 应答 应答话术 答复内容 开场白 结束语 回复话术 客服回复 客服回答';
const ofSpeakers = 'speaker role who from side 角色 说话人 身份 发言人';
/** What is gone through from top to bottom: columns that count its rows, and lists of its parts. */
const ofSteps = 'step steps stage phase order 步骤 阶段 环节 顺序';
const ofSequences =
  'steps stages phases turns blocks parts paragraphs actions dialogue dialog conversation flow sequence 步骤 流程 对话 轮次 段落 环节';
const ofTurns = 'lines messages';
/** What sorts a row or a mapping, and may sort it among the counter-examples. */
const ofKinds = 'type kind category class label verdict 类型 类别 分类 标签 正误 性质 判断';
/** What is written about a script and is none of it. */
const ofRemarks =
  'note notes remark remarks comment comments why reason reasons tag tags status date author owner version updated source ' +
  'channel product priority trigger when condition goal purpose description explanation rule criterion criteria situation ' +
  'link url file lesson tip tips context intent meaning summary reasoning rationale background impact effect old problem issue skill policy basis ' +
  '备注 说明 注释 原因 理由 状态 日期 时间 作者 负责人 版本 来源 渠道 产品 优先级 触发条件 适用场景 使用场景 适用情况 目的 要点 ' +
  '注意事项 提示 解释 情境 情形 情况 部门 岗位 依据 释义 意图 总结 背景 影响 后果 效果 分析 点评 技巧 考核 扣分 要求 客户情绪 客户心理 旧版 原话术 修改说明 说明备注';
/** Of a name of several words the last says what it is: `Agent script`, `canned_response`, 坐席应答话术. */
const saidHead =
  /^(?!(?:no|number|count|max|min|error|commit|internal|log|time|alt) )\p{L}[\p{L}\p{N}']*(?: [\p{L}\p{N}']+){0,3} (?:scripts?|repl(?:y|ies)|responses?|answers?|wordings?|messages?|templates?|phrases?|body|text|html|comment value)$|^comment value(?: html)?$|(?:话术|回复|答复|应答|回答|台词|用语|口径|文案)(?:内容|示例|示范|参考|模板|范例|样例|正文|文本)?$/u;
/** 客户安抚话术 and `customer service reply` are the agent's. */
const customersHead =
  /^(?:customer|client|caller|user|guest|buyer|visitor|patient|member)s?'?(?: s)? (?!service|support|care|success|facing)(?:\p{L}+ )?(?:questions?|says?|said|quer(?:y|ies)|input|words|repl(?:y|ies)|responses?|answers?|messages?|text|utterances?)$|^(?:客户|用户|顾客|买家|来电人|旅客|乘客|会员)(?:的|常见|可能的?)?(?:话术|回复|回答|原话|问题|诉求|提问|来电|说法|表述|反馈|台词|内容|消息|留言)$/u;

const language =
  /[ .:(（]*(?:en|zh|en us|en gb|zh cn|zh tw|zh hans|zh hant|english|chinese|中文|英文|简体|繁体|简体中文|繁体中文)[)）]?$/u;

/** A name without what sets spellings apart: case, width, underscores, 繁/简, and the language behind it. */
function fieldName(name: string): string {
  const key = foldText(labelKey(name.replaceAll(/([a-z])([A-Z])/gu, '$1 $2')));
  return key.replace(language, '') === '' ? key : key.replace(language, '');
}

/** Longer than this, a text is no name of a key or a column. */
const longestName = 40;

/** The ways to read a name: whole, by each of what it names (`话术 / Script`), without a remark or a number at its end. */
function readings(name: string): readonly string[] {
  if (name.length > longestName) return [];
  const plain = name.replaceAll(/[(（[【〔][^)）\]】〕]*[)）\]】〕]/gu, ' ');
  const parts = plain.split(/[/／|｜\n]/u).map((part) => {
    const bare = part.replace(/(?<=\p{Script=Han})[A-Da-d]\s*$/u, '');
    return fieldName(bare.replace(/[\s_.-]*(?:\d+|(?<!第)[一二三四五六七八九十])\s*$/u, ''));
  });
  return [fieldName(name), ...parts].filter((part) => part !== '');
}

/** Names come again in every row and mapping. */
function remembered(knows: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const have = known.get(name);
    if (have !== undefined) return have;
    const answer = knows(name);
    if (known.size < 10_000) known.set(name, answer);
    return answer;
  };
}

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' ').map(fieldName));
const oneOf = (names: string): ((name: string) => boolean) => {
  const set = setOf(names);
  return remembered((name) => set.has(fieldName(name)));
};
const saidNames = setOf(said);
const customerNames = setOf(ofCustomers);
const isSaidName = remembered((name) => {
  if (isTitleField(name) || isCustomersField(name)) return false;
  return readings(name).some((part) => saidNames.has(part) || saidHead.test(part));
});

/**
 * Knows the names of what is said.
 * @param fields the user's names, in place of the usual ones.
 */
export function saidFields(fields?: readonly string[]): (name: string) => boolean {
  if (fields === undefined) return isSaidName;
  const names = new Set(fields.map(fieldName));
  const exact = new Set(fields.map((name) => foldText(labelKey(name))));
  return (name) => names.has(fieldName(name)) || exact.has(foldText(labelKey(name)));
}

/** True for a name such as 客户问题, whose values customers say, beside the labels of transcripts. */
export const isCustomersField = remembered((name) =>
  readings(name).some((part) => customerNames.has(part) || customersHead.test(part)),
);

export const isTitleField = oneOf(ofTitles);
export const isScenarioField = oneOf(ofScenarios);
export const isSpeakerField = oneOf(ofSpeakers);
/** True for what counts the steps of a script. */
export const isStepField = oneOf(ofSteps);
/** True for a list whose items are one script, whatever they are called: `steps`. */
export const isSequenceField = oneOf(ofSequences);
/** True for a list whose items are one script unless they have names of their own: `messages`. */
export const isTurnsField = oneOf(ofTurns);
/** True for what sorts scripts, and may sort one among the counter-examples. */
export const isKindField = oneOf(ofKinds);
/** True for what is written about a script, such as 备注. */
export const isRemarkField = oneOf(ofRemarks);
/** True for the name of a list of which one is said, such as `replies`. */
export const isChoiceField = oneOf(ofChoices);

/** True for a key that names a language and not what is said: `en`, `zh-CN`. */
export function isLanguageField(name: string): boolean {
  return /^(?:en|zh|cn|tw|english|chinese|中文|英文)(?:[-_][A-Za-z]{2,4})?$/iu.test(name.trim());
}

/**
 * True for what can be the id of a scenario: lower-case words with hyphens, or one word. A free description of a situation
 * is none, nor is one word that the rules do not know, where it is said which they know: that sorts, as `shipping` does.
 */
export function isScenarioId(value: string, known: ReadonlySet<string> | undefined): boolean {
  if (known?.has(value) === true) return true;
  return /^[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*$/u.test(value) && (known === undefined || /[-_.]/u.test(value));
}
