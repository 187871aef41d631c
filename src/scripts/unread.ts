/** What of a document may be said and was not read: problems, so that no library passes for want of reading it. */
import type { LintRuleInfo } from '../result/lint-result.ts';
import { sayInAll } from '../result/words.ts';
import type { LintProblem, ScriptDocument, Unread } from './document.ts';
import { problemMaker } from './problem-maker.ts';

type UnreadRule = 'unread-text' | 'unread-field';

const severities: Readonly<Record<UnreadRule, 'warning' | 'note'>> = {
  'unread-text': 'warning',
  'unread-field': 'note',
};

const ruleOf = (what: Unread['what']): UnreadRule =>
  what === 'column' || what === 'key' ? 'unread-field' : 'unread-text';

/** The problems of a document with what was not read of it, in its order. */
export function unreadProblems(document: ScriptDocument): readonly LintProblem[] {
  const { unread = [] } = document;
  if (unread.length === 0) return [];
  const make = problemMaker(document);
  return unread.map(({ what, name, start, end, place }) => {
    const rule = ruleOf(what);
    const why = sayInAll(`lint.unread.${what}`, { name });
    return make.inSource([start, end], name, { rule, severity: severities[rule], why }, place);
  });
}

/** The rules of what is not read, as reports list them. */
export function unreadInfos(): readonly LintRuleInfo[] {
  return (Object.keys(severities) as UnreadRule[]).map((id) => {
    const title = sayInAll(`lint.${id}`);
    return { id, title, why: title, severity: severities[id] };
  });
}
