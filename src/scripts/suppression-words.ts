/** What is wrong with a suppression, in the report's languages. */
import type { LintRuleInfo } from '../result/lint-result.ts';
import type { LintProblem } from './document.ts';

export type SuppressionRule =
  'unused-suppression' | 'expired-suppression' | 'reasonless-suppression' | 'unknown-suppression';

/** The rules that suppressions themselves can break, in the order in which they are listed. */
export const suppressionRules: readonly SuppressionRule[] = [
  'unused-suppression',
  'expired-suppression',
  'reasonless-suppression',
  'unknown-suppression',
];

/** @param about the rule, day or directive that it is about; empty where it speaks of all rules. */
export function suppressionWords(rule: SuppressionRule, about: string): LintProblem['why'] {
  const of = (text: string): string => (about === '' ? '' : text);
  switch (rule) {
    case 'unused-suppression':
      return {
        en: `This suppression${of(` of ${about}`)} suppresses nothing; take it out.`,
        'zh-CN': `这条抑制指令${of(`（${about}）`)}没有抑制任何问题，请删除。`,
        'zh-TW': `這條抑制指令${of(`（${about}）`)}沒有抑制任何問題，請刪除。`,
      };
    case 'expired-suppression':
      return {
        en: `This suppression held until ${about}; mend the wording or set a new date.`,
        'zh-CN': `这条抑制指令已于 ${about} 到期，请修改话术或重新设定日期。`,
        'zh-TW': `這條抑制指令已於 ${about} 到期，請修改話術或重新設定日期。`,
      };
    case 'reasonless-suppression':
      return {
        en: 'This suppression gives no reason; add one behind " -- ".',
        'zh-CN': '这条抑制指令没有写明理由，请在“ -- ”之后补上。',
        'zh-TW': '這條抑制指令沒有寫明理由，請在「 -- 」之後補上。',
      };
    case 'unknown-suppression':
      return {
        en: `This suppression names ${about}, which is no rule, directive or day (YYYY-MM-DD).`,
        'zh-CN': `这条抑制指令中的 ${about} 不是已知的规则、指令或日期（YYYY-MM-DD）。`,
        'zh-TW': `這條抑制指令中的 ${about} 不是已知的規則、指令或日期（YYYY-MM-DD）。`,
      };
  }
}

const titles: Readonly<Record<SuppressionRule, LintRuleInfo['title']>> = {
  'unused-suppression': {
    en: 'Every suppression suppresses something',
    'zh-CN': '没有多余的抑制指令',
    'zh-TW': '沒有多餘的抑制指令',
  },
  'expired-suppression': {
    en: 'No suppression has expired',
    'zh-CN': '没有过期的抑制指令',
    'zh-TW': '沒有過期的抑制指令',
  },
  'reasonless-suppression': {
    en: 'Every suppression gives its reason',
    'zh-CN': '抑制指令均写明理由',
    'zh-TW': '抑制指令均寫明理由',
  },
  'unknown-suppression': {
    en: 'Every suppression names a rule',
    'zh-CN': '抑制指令所指的规则有效',
    'zh-TW': '抑制指令所指的規則有效',
  },
};

/** The rules that suppressions can break, as reports list them. */
export function suppressionInfos(): readonly LintRuleInfo[] {
  return suppressionRules.map((id) => ({
    id,
    title: titles[id],
    why: titles[id],
    severity: id === 'unused-suppression' ? 'warning' : 'error',
  }));
}
