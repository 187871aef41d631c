/** The names of keys and columns whose values are said, and of those that tell of them. */
import { labelKey } from '../../read/labels.ts';
import { foldText } from '../../text/fold.ts';

const said =
  'text texts content contents say says said script scripts reply replies answer answers response responses agent message messages ' +
  'utterance utterances line lines wording wordings speech phrase phrases template templates body instead ' +
  '话术 内容 回复 脚本 答复 回答 答 客服 坐席 座席 文本 台词 话术内容 回复内容 客服话术 坐席话术 参考话术 推荐话术 标准话术 建议话术 话术示例 话术模板 ' +
  '应答 应答话术 答复内容 开场白 结束语 回复话术 客服回复 客服回答';
const ofCustomers = '问题 问法 客户话术 用户问法 顾客问题 客户原话 用户原话 客户诉求';
const ofTitles =
  'title name heading topic subject id key 标题 名称 主题 编号 话术名称 话术标题 话术编号 场景名称';
const ofScenarios = 'scenario scenario_id scenarioid 场景 场景id 场景编号';
/** Of those, what there are several of to choose from; `lines` and `messages` follow one another. */
const ofChoices =
  'replies answers responses utterances wordings phrases templates 话术 回复 答复 回答 答 话术内容 回复内容 客服话术 坐席话术 参考话术 ' +
  '推荐话术 标准话术 建议话术 话术示例 话术模板 应答 应答话术 答复内容 开场白 结束语 回复话术 客服回复 客服回答';
const ofSpeakers = 'speaker role who from side 角色 说话人 身份 发言人';

const language =
  /[ .:(（]*(?:en|zh|en us|en gb|zh cn|zh tw|zh hans|zh hant|english|chinese|中文|英文|简体|繁体|简体中文|繁体中文)[)）]?$/u;

/** A name without what sets spellings apart: case, width, underscores, 繁/简, and the language behind it. */
function fieldName(name: string): string {
  const key = foldText(labelKey(name.replaceAll(/([a-z])([A-Z])/gu, '$1 $2')));
  return key.replace(language, '') === '' ? key : key.replace(language, '');
}

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' ').map(fieldName));
const saidNames = setOf(said);
const customerNames = setOf(ofCustomers);
const titleNames = setOf(ofTitles);
const scenarioNames = setOf(ofScenarios);
const speakerNames = setOf(ofSpeakers);
const choiceNames = setOf(ofChoices);

/**
 * Knows the names of what is said.
 * @param fields the user's names, in place of the usual ones.
 */
export function saidFields(fields?: readonly string[]): (name: string) => boolean {
  const names = fields === undefined ? saidNames : new Set(fields.map(fieldName));
  const exact = new Set(fields?.map((name) => foldText(labelKey(name))));
  return (name) => names.has(fieldName(name)) || exact.has(foldText(labelKey(name)));
}

/** True for a name such as 客户问题, whose values customers say, beside the labels of transcripts. */
export function isCustomersField(name: string): boolean {
  return customerNames.has(fieldName(name));
}

export function isTitleField(name: string): boolean {
  return titleNames.has(fieldName(name));
}

export function isScenarioField(name: string): boolean {
  return scenarioNames.has(fieldName(name));
}

export function isSpeakerField(name: string): boolean {
  return speakerNames.has(fieldName(name));
}

/** True for the name of a list of which one is said, such as `replies`. */
export function isChoiceField(name: string): boolean {
  return choiceNames.has(fieldName(name));
}

/** True for a key that names a language and not what is said: `en`, `zh-CN`. */
export function isLanguageField(name: string): boolean {
  return /^(?:en|zh|cn|tw|english|chinese|中文|英文)(?:[-_][A-Za-z]{2,4})?$/iu.test(name.trim());
}

/** True for what can be the id of a scenario; a free description of a situation is none. */
export function isScenarioId(value: string): boolean {
  return /^[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*$/u.test(value);
}
