/** How the case report of a call leads on: back to the index, and to the other calls of its case. */
import { createHash } from 'node:crypto';
import type { ReportLanguage } from '../../../result/result.ts';
import { say } from '../../../result/words.ts';
import type { Link } from '../../html/frame.ts';
import { visible } from '../../visible.ts';

/** The page that lists the calls of each case. */
export const linkedPath = 'linked.html';

/** Where a case stands on that page: an id may hold anything, and its hash is safe in a link. */
export function caseAnchor(caseId: string): string {
  return `k-${createHash('sha256').update(caseId).digest('hex').slice(0, 16)}`;
}

/** The links of a call's page, which stands in a folder of its own. */
export function caseLinks(caseId: string | undefined, language: ReportLanguage): readonly Link[] {
  return [
    { href: '../index.html', text: say('batch.back', language) },
    ...(caseId === undefined
      ? []
      : [
          {
            href: `../${linkedPath}#${caseAnchor(caseId)}`,
            text: `${say('label.case', language)}${say('punctuation.colon', language)}${visible(caseId)}`,
          },
        ]),
  ];
}
