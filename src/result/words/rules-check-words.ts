/** The words of `callqa rules check`: what is wrong with a pack, and what to do; ids and phrases stand as they are. */
import type { Words } from '../result.ts';

export const rulesCheckWords = {
  'check.hint': { en: 'hint', 'zh-CN': '建议', 'zh-TW': '建議' },
  'check.error.one': { en: '{count} error', 'zh-CN': '{count} 个错误', 'zh-TW': '{count} 個錯誤' },
  'check.error.many': { en: '{count} errors', 'zh-CN': '{count} 个错误', 'zh-TW': '{count} 個錯誤' },
  'check.warning.one': { en: '{count} warning', 'zh-CN': '{count} 个警告', 'zh-TW': '{count} 個警告' },
  'check.warning.many': { en: '{count} warnings', 'zh-CN': '{count} 个警告', 'zh-TW': '{count} 個警告' },
  'check.note.one': { en: '{count} note', 'zh-CN': '{count} 个提示', 'zh-TW': '{count} 個提示' },
  'check.note.many': { en: '{count} notes', 'zh-CN': '{count} 个提示', 'zh-TW': '{count} 個提示' },
  'check.unlisted': {
    en: '{count} of the built-in rules that these build on are not listed',
    'zh-CN': '所依据的内置规则另有 {count} 项，未列出',
    'zh-TW': '所依據的內建規則另有 {count} 項，未列出',
  },

  // Places, as the sentences below name them
  'check.line': { en: 'line {line}', 'zh-CN': '第 {line} 行', 'zh-TW': '第 {line} 行' },
  'check.line-of-file': {
    en: 'line {line} of {file}',
    'zh-CN': '{file} 第 {line} 行',
    'zh-TW': '{file} 第 {line} 行',
  },
  'check.in-moment': { en: 'the moment {id}', 'zh-CN': '关键语句 {id}', 'zh-TW': '關鍵語句 {id}' },
  'check.in-exceptions': {
    en: 'the exceptions of {id}',
    'zh-CN': '{id} 的例外短语',
    'zh-TW': '{id} 的例外短語',
  },
  'check.in-list': { en: 'the list {{id}}', 'zh-CN': '词表 {{id}}', 'zh-TW': '詞表 {{id}}' },

  // Phrases that do nothing, or too much
  'check.duplicate-phrase': {
    en: '“{phrase}” stands twice in {where}, first as “{other}”',
    'zh-CN': '{where}：“{phrase}”重复，前面已写作“{other}”',
    'zh-TW': '{where}：「{phrase}」重複，前面已寫作「{other}」',
  },
  'check.swallowed-phrase': {
    en: '“{phrase}” is dead in {where}: whatever it hits, “{other}” hits too',
    'zh-CN': '{where}：“{phrase}”不起作用，凡是它命中的，“{other}”也会命中',
    'zh-TW': '{where}：「{phrase}」不起作用，凡是它命中的，「{other}」也會命中',
  },
  'check.leave-one-out': {
    en: 'Leave one of them out; the other is on {line}.',
    'zh-CN': '请删去其中一条；另一条的位置：{line}。',
    'zh-TW': '請刪去其中一條；另一條的位置：{line}。',
  },
  'check.contained-phrase': {
    en: '“{phrase}” finds nothing more in {where}: each of its matches holds one of “{other}”',
    'zh-CN': '{where}：“{phrase}”不会多命中什么，它的每处命中都包含“{other}”的命中',
    'zh-TW': '{where}：「{phrase}」不會多命中什麼，它的每處命中都包含「{other}」的命中',
  },
  'check.longer-quote': {
    en: 'It only makes the quote longer; the other is on {line}.',
    'zh-CN': '它只会使引文变长；另一条的位置：{line}。',
    'zh-TW': '它只會使引文變長；另一條的位置：{line}。',
  },
  'check.excepted-phrase': {
    en: '“{phrase}” is dead: `unless` drops each of its hits, since each holds “{other}”',
    'zh-CN': '“{phrase}”不起作用：它的每处命中都包含“{other}”，都会被 `unless` 排除',
    'zh-TW': '「{phrase}」不起作用：它的每處命中都包含「{other}」，都會被 `unless` 排除',
  },
  'check.narrow-exception': {
    en: 'Leave it out, or narrow the exception on {line}.',
    'zh-CN': '请删去这条短语，或缩小例外的范围；例外的位置：{line}。',
    'zh-TW': '請刪去這條短語，或縮小例外的範圍；例外的位置：{line}。',
  },
  'check.weak-anchor': {
    en: '“{phrase}” hangs on {words} alone',
    'zh-CN': '“{phrase}”只靠“{words}”来定位',
    'zh-TW': '「{phrase}」只靠「{words}」來定位',
  },
  'check.figure-for-gap': {
    en: '[{figure}] in “{phrase}” is the figure {figure}, said or not',
    'zh-CN': '“{phrase}”中的 [{figure}] 是可说可不说的数字 {figure}',
    'zh-TW': '「{phrase}」中的 [{figure}] 是可說可不說的數字 {figure}',
  },
  'check.write-gap': {
    en: 'For up to {figure} words of any kind write ...{figure}; for the figure write it as (…|{figure}) among others.',
    'zh-CN': '若指最多 {figure} 个任意的词，请写 ...{figure}；若确指数字，请写成 (…|{figure})。',
    'zh-TW': '若指最多 {figure} 個任意的詞，請寫 ...{figure}；若確指數字，請寫成 (…|{figure})。',
  },
  'check.second-word': {
    en: 'Put another word right beside it: a single character or a common word hits too much and is slow.',
    'zh-CN': '请紧挨着它再写一个词：单个字或常用词命中太多，也拖慢速度。',
    'zh-TW': '請緊挨著它再寫一個詞：單個字或常用詞命中太多，也拖慢速度。',
  },

  // Points taken twice, and why
  'check.double-deduction': {
    en: '{later} and {earlier} take points for the same: {why}',
    'zh-CN': '{later} 与 {earlier} 重复扣分：{why}',
    'zh-TW': '{later} 與 {earlier} 重複扣分：{why}',
  },
  'check.set-apart': {
    en: 'Take one of them out of the scorecard, or set them apart; the other is on {line}.',
    'zh-CN': '请从评分表中去掉其中一条，或把两者区分开；另一条的位置：{line}。',
    'zh-TW': '請從評分表中去掉其中一條，或把兩者區分開；另一條的位置：{line}。',
  },
  'check.is-part': {
    en: '{part} is a part of {whole}',
    'zh-CN': '{part} 是 {whole} 的一部分',
    'zh-TW': '{part} 是 {whole} 的一部分',
  },
  'check.both-forbid': {
    en: 'both forbid {moments} on the same occasion',
    'zh-CN': '两者在同一情形下都禁止 {moments}',
    'zh-TW': '兩者在同一情形下都禁止 {moments}',
  },
  'check.both-require': {
    en: 'both require {moments} on the same occasion',
    'zh-CN': '两者在同一情形下都要求 {moments}',
    'zh-TW': '兩者在同一情形下都要求 {moments}',
  },
  'check.both-limit': {
    en: 'both limit {moments}',
    'zh-CN': '两者都限制 {moments}',
    'zh-TW': '兩者都限制 {moments}',
  },
  'check.forbidden-and-limited': {
    en: '{forbid} forbids {moments}, which {limit} limits',
    'zh-CN': '{forbid} 禁止 {moments}，{limit} 又加以限制',
    'zh-TW': '{forbid} 禁止 {moments}，{limit} 又加以限制',
  },

  // What nobody asks for
  'check.unused-moment': {
    en: 'no criterion asks for the moment {id}',
    'zh-CN': '没有标准用到关键语句 {id}',
    'zh-TW': '沒有標準用到關鍵語句 {id}',
  },
  'check.use-moment': {
    en: 'Name it in a criterion, or leave it out.',
    'zh-CN': '请在标准中用到它，或将其删去。',
    'zh-TW': '請在標準中用到它，或將其刪去。',
  },
  'check.unused-list': {
    en: 'no phrase uses the list {{id}}',
    'zh-CN': '没有短语用到词表 {{id}}',
    'zh-TW': '沒有短語用到詞表 {{id}}',
  },
  'check.use-list': {
    en: 'Use it in a phrase, or leave it out.',
    'zh-CN': '请在短语中用到它，或将其删去。',
    'zh-TW': '請在短語中用到它，或將其刪去。',
  },

  // Examples and words that are missing
  'check.language.en': { en: 'English', 'zh-CN': '英文', 'zh-TW': '英文' },
  'check.language.zh': { en: 'Chinese', 'zh-CN': '中文', 'zh-TW': '中文' },
  'check.few-hits': {
    en: '{id} has {found} of {fewest} hits in {language} among its examples',
    'zh-CN': '{id} 的{language}示例中，应识别的只有 {found} 个，至少要有 {fewest} 个',
    'zh-TW': '{id} 的{language}範例中，應識別的只有 {found} 個，至少要有 {fewest} 個',
  },
  'check.write-hits': {
    en: 'Write down what it has to hear.',
    'zh-CN': '请写出应识别的说法。',
    'zh-TW': '請寫出應識別的說法。',
  },
  'check.few-misses': {
    en: '{id} has {found} of {fewest} misses in {language} among its examples',
    'zh-CN': '{id} 的{language}示例中，不应识别的只有 {found} 个，至少要有 {fewest} 个',
    'zh-TW': '{id} 的{language}範例中，不應識別的只有 {found} 個，至少要有 {fewest} 個',
  },
  'check.write-misses': {
    en: 'Write down the traps: what sounds like it and is not.',
    'zh-CN': '请写出容易误识的说法：听起来像，其实不是。',
    'zh-TW': '請寫出容易誤識的說法：聽起來像，其實不是。',
  },
  'check.missing-language': {
    en: '{id} hears no {language}, which the pack’s other moments do',
    'zh-CN': '{id} 不识别{language}，而规则包中的其他关键语句识别',
    'zh-TW': '{id} 不識別{language}，而規則包中的其他關鍵語句識別',
  },
  'check.add-phrases': {
    en: 'Add its phrases in {language}.',
    'zh-CN': '请补上{language}短语。',
    'zh-TW': '請補上{language}短語。',
  },
  'check.missing-say': {
    en: '{id} takes points and does not say what to say instead',
    'zh-CN': '{id} 会扣分，却没有给出建议说法',
    'zh-TW': '{id} 會扣分，卻沒有給出建議說法',
  },
  'check.add-say': {
    en: 'Add `say: {en: …, zh: …}`.',
    'zh-CN': '请补上 `say: {en: …, zh: …}`。',
    'zh-TW': '請補上 `say: {en: …, zh: …}`。',
  },
  'check.title-of': { en: 'the title of {id}', 'zh-CN': '{id} 的名称', 'zh-TW': '{id} 的名稱' },
  'check.reason-of': { en: 'the reason of {id}', 'zh-CN': '{id} 的理由', 'zh-TW': '{id} 的理由' },
  'check.say-of': { en: 'what {id} says instead', 'zh-CN': '{id} 的建议说法', 'zh-TW': '{id} 的建議說法' },
  'check.untranslated.en': {
    en: '{what} is not in English under `en`: “{text}”',
    'zh-CN': '{what}在 `en` 下不是英文：“{text}”',
    'zh-TW': '{what}在 `en` 下不是英文：「{text}」',
  },
  'check.untranslated.zh': {
    en: '{what} is not in Chinese under `zh`: “{text}”',
    'zh-CN': '{what}在 `zh` 下不是中文：“{text}”',
    'zh-TW': '{what}在 `zh` 下不是中文：「{text}」',
  },
  'check.translate': { en: 'Translate it.', 'zh-CN': '请补上译文。', 'zh-TW': '請補上譯文。' },
} as const satisfies Record<string, Words>;
