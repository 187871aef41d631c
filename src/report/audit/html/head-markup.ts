/** Part 1 of the HTML report: the verdict at a glance, the score beside it, the call under it. */
import { say } from '../../../result/words.ts';
import type { ReportLanguage } from '../../../result/result.ts';
import { markup, type Markup } from '../../html/markup.ts';
import type { VerdictResult } from '../../../result/result.ts';
import type { Head, HeadVerdict } from '../head.ts';

/** A sign a verdict, so that none is told by its colour alone. */
const signs: Readonly<Record<VerdictResult['verdict'], Markup>> = {
  upheld: markup`<path d="M8 8l8 8M16 8l-8 8"/>`,
  'partly-upheld': markup`<path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor"/>`,
  'not-upheld': markup`<path d="M7.5 12.5l3 3 6-7"/>`,
  'insufficient-evidence': markup`<path d="M9.3 9.6a2.8 2.8 0 1 1 4 2.5c-.9.5-1.3 1-1.3 1.9M12 17v.01"/>`,
};

/** The verdicts with the score, what a person should look at, and which call it is. */
export function headMarkup(head: Head, language: ReportLanguage): Markup {
  return markup`<div class="verdicts">
      ${head.verdicts.map((verdict, index) =>
        verdictMarkup(verdict, index === 0 ? scoreMarkup(head, language) : undefined),
      )}${
        head.verdicts.length === 0 &&
        markup`<div class="verdict plain">
          <div></div>
          ${scoreMarkup(head, language)}
        </div>`
      }
    </div>
    ${
      head.review.length > 0 &&
      markup`<p class="attention">
        <b aria-hidden="true">!</b><span><b>${say('label.review', language)}</b>${say('punctuation.colon', language)}${head.review.join(say('punctuation.semicolon', language))}</span>
      </p>`
    }
    <dl class="facts call">
      ${head.call.map(
        ({ label, value }) =>
          markup`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>`;
}

function verdictMarkup(
  { verdict, tone, word, allegation, bearer, reason, because, reviewed }: HeadVerdict,
  score: Markup | undefined,
): Markup {
  return markup`<div class="verdict ${tone}${score === undefined && ' second'}">
    <div>
      <p class="allegation">${allegation}</p>
      <p class="word">
        <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">
          <circle cx="12" cy="12" r="10"/>
          ${signs[verdict]}</svg>${word}
      </p>
      ${bearer !== undefined && markup`<p class="bearer">${bearer}</p>`}${reviewed !== undefined && markup`<p>${reviewed}</p>`}${reason !== undefined && markup`<p>${reason}</p>`}
      ${
        because.items.length > 0 &&
        markup`<div class="because">
          ${because.label}
          <ul>
            ${because.items.map(
              ({ title, ground }) =>
                markup`<li>${ground === undefined ? title : markup`<a href="#g-${ground}">${title}</a>`}</li>`,
            )}
          </ul>
        </div>`
      }
    </div>
    ${score}
  </div>`;
}

function scoreMarkup({ score }: Head, language: ReportLanguage): Markup {
  return markup`<div class="score">
    <span class="figure">${score.figure}${score.value !== null && markup`<small> / 100</small>`}</span>${
      score.grade !== null &&
      markup`<span class="grade">${say('audit.grade', language, { grade: score.grade })}</span>`
    }${score.remarks.map((remark) => markup`<span class="remark">${remark}</span>`)}
  </div>`;
}
