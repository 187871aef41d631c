/** What systems write where they know no name or id. */
import { isUnseen } from './is-unseen.ts';

const placeholders = new Set(
  (
    'unknown n/a n.a. #n/a null (null) none (none) nil undefined unassigned anonymous - -- --- – — ― ' +
    '未知 不详 不詳 无 無 暂无 暫無 未分配 匿名'
  ).split(' '),
);
/** Longer than any of them, so that names are not folded for nothing. */
const longest = 16;

/** Whether a name or an id of a person, a team or a case is none: `unknown`, `N/A`, `-`, `无`, or nothing that is seen. */
export function namesNobody(text: string): boolean {
  if (isUnseen(text)) return true;
  return text.length <= longest && placeholders.has(text.normalize('NFKC').trim().toLowerCase());
}
