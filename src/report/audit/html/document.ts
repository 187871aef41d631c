/** `audit --format html`: one case in full, one file for a browser and for A4. */
import type { AuditResult } from '../../../result/result.ts';
import { framed, type Link } from '../../html/frame.ts';
import { markup } from '../../html/markup.ts';
import type { ReportOptions } from '../../options.ts';
import { casePage } from '../page.ts';
import { blockMarkup } from './block-markup.ts';
import { headMarkup } from './head-markup.ts';
import { style } from './style.ts';

/**
 * The report of one case as an HTML document, with its final line break.
 *
 * @param around links to pages that it stands among, which go before the contents
 */
export function auditHtml(audit: AuditResult, options: ReportOptions, around: readonly Link[] = []): string {
  const { language } = options;
  const page = casePage(audit, options);
  const languages = { report: language, call: audit.call.language };
  const sections = [{ id: 'verdict', heading: page.verdict }, ...page.parts];
  return framed({
    title: `${page.title} · ${audit.call.id}`,
    heading: page.title,
    remark: audit.call.id,
    language,
    style,
    contents: [...around, ...sections.map(({ id, heading }) => ({ href: `#${id}`, text: heading }))],
    body: markup`<section id="verdict">
        <h2>${page.verdict}</h2>
        ${headMarkup(page.head, language)}
      </section>
      ${page.parts.map(
        ({ id, heading, blocks }) =>
          markup`<section class="part" id="${id}">
            <h2>${heading}</h2>
            ${blocks.map((block) => blockMarkup(block, languages))}
          </section>`,
      )}`,
    foot: `${page.head.headline} · ${audit.tool}`,
  });
}
