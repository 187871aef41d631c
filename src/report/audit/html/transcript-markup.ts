/** The transcript in the HTML report: laid out as a conversation, its moments marked in place. */
import { say } from '../../../result/words.ts';
import type { ReportLanguage } from '../../../result/result.ts';
import { markup, type Markup } from '../../html/markup.ts';
import type { CaseLine, TurnPart } from '../block.ts';

/** Every turn can be linked to, as `#t-` and its number. */
export function transcriptMarkup(
  lines: readonly CaseLine[],
  language: ReportLanguage,
  callLanguage: string,
): Markup {
  return markup`<ol class="talk">
    ${lines.map((line) =>
      line.kind === 'event'
        ? markup`<li class="event">${line.words}</li>`
        : markup`<li class="${line.side}" id="t-${line.number}">
            <p class="by">
              <span>${line.turn}</span><b>${line.speaker}</b>${line.time !== '' && markup`<span>${line.time}</span>`}
            </p>
            <p class="said" lang="${callLanguage}">${line.parts.map((part) => partMarkup(part, language))}</p>
          </li>`,
    )}
  </ol>`;
}

function partMarkup({ text, mark, tags, titles, grounds }: TurnPart, language: ReportLanguage): Markup {
  const words =
    mark === 'plain' || text === ''
      ? markup`${text}`
      : markup`<mark class="${mark}" title="${titles.join(say('punctuation.semicolon', language))}">${text}</mark>`;
  return markup`${words}${tags.map((tag) => markup`<span class="tag" lang="${language}">${tag}</span>`)}${refsMarkup(grounds, language)}`;
}

/** Links to the grounds that rest on what stands before them. */
export function refsMarkup(grounds: readonly number[], language: ReportLanguage): Markup {
  return markup`${grounds.map(
    (number) =>
      markup`<a class="ref" lang="${language}" href="#g-${number}" aria-label="${say('audit.ground', language, { number })}">[${number}]</a>`,
  )}`;
}
