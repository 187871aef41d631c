/** `audit --format html`: one case in full, one file for a browser and for A4; its policy lets nothing load or run. */
import type { AuditResult } from '../../../result/result.ts';
import { say } from '../../../result/words.ts';
import { markup, styleSheet } from '../../html/markup.ts';
import type { ReportOptions } from '../../options.ts';
import { casePage } from '../page.ts';
import { blockMarkup } from './block-markup.ts';
import { headMarkup } from './head-markup.ts';
import { style } from './style.ts';

/** The report of one case as an HTML document, with its final line break. */
export function auditHtml(audit: AuditResult, options: ReportOptions): string {
  const { language } = options;
  const page = casePage(audit, options);
  const languages = { report: language, call: audit.call.language };
  const sections = [{ id: 'verdict', heading: page.verdict }, ...page.parts];
  return `${markup`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="referrer" content="no-referrer"/>
        <title>${page.title} · ${audit.call.id}</title>
        <link rel="icon" href="data:,"/>
        ${styleSheet(style)}
      </head>
      <body>
        <div class="sheet">
          <nav class="contents" aria-labelledby="contents">
            <h2 id="contents">${say('heading.contents', language)}</h2>
            <ol>
              ${sections.map(({ id, heading }) => markup`<li><a href="#${id}">${heading}</a></li>`)}
            </ol>
          </nav>
          <main class="report">
            <header class="masthead">
              <h1>${page.title}</h1>
              <p>${audit.call.id}</p>
            </header>
            <section id="verdict">
              <h2>${page.verdict}</h2>
              ${headMarkup(page.head, language)}
            </section>
            ${page.parts.map(
              ({ id, heading, blocks }) =>
                markup`<section class="part" id="${id}">
                  <h2>${heading}</h2>
                  ${blocks.map((block) => blockMarkup(block, languages))}
                </section>`,
            )}
            <footer class="foot">${page.head.headline} · ${audit.tool}</footer>
          </main>
        </div>
      </body>
    </html>
  `.markup.trimEnd()}\n`;
}
