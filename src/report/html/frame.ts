/** The frame of each page: contents beside the report; its policy lets nothing load or run. */
import type { ReportLanguage } from '../../result/result.ts';
import { say } from '../../result/words.ts';
import { markup, styleSheet, type Markup } from './markup.ts';
import { pageMark } from './page-mark.ts';

/** A link, and its words. */
export interface Link {
  readonly href: string;
  readonly text: string;
}

export interface Frame {
  /** What a browser calls the page. */
  readonly title: string;
  readonly heading: string;
  /** Under the heading. */
  readonly remark: string;
  readonly language: ReportLanguage;
  /** The style sheet, in CSS. */
  readonly style: string;
  /** What stands in the contents. */
  readonly contents: readonly Link[];
  readonly body: Markup;
  readonly foot: string;
}

/** A page as an HTML document, with its final line break. */
export function framed({ title, heading, remark, language, style, contents, body, foot }: Frame): string {
  return `${markup`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="referrer" content="no-referrer"/>
        ${pageMark}
        <title>${title}</title>
        <link rel="icon" href="data:,"/>
        ${styleSheet(style)}
      </head>
      <body>
        <div class="sheet">
          <nav class="contents" aria-labelledby="contents">
            <h2 id="contents">${say('heading.contents', language)}</h2>
            <ol>
              ${contents.map(({ href, text }) => markup`<li><a href="${href}">${text}</a></li>`)}
            </ol>
          </nav>
          <main class="report">
            <header class="masthead">
              <h1>${heading}</h1>
              <p>${remark}</p>
            </header>
            ${body}
            <footer class="foot">${foot}</footer>
          </main>
        </div>
      </body>
    </html>
  `.markup.trimEnd()}\n`;
}
