/** The blocks of a case report in HTML. */
import { say } from '../../../result/words.ts';
import type { ReportLanguage } from '../../../result/result.ts';
import { markup, type Markup } from '../../html/markup.ts';
import type { Block, Check, Fact, Ground, MoodCurve, ScorecardGroup, StoryLine, Tone } from '../block.ts';
import { moodChart } from './mood-chart.ts';
import { quoteMarkup, quotesMarkup, wordsMarkup } from './quote-markup.ts';
import { scoreChart } from './score-chart.ts';
import { refsMarkup, transcriptMarkup } from './transcript-markup.ts';

export interface Languages {
  readonly report: ReportLanguage;
  /** Of what was said. */
  readonly call: string;
}

const toneSign: Readonly<Record<Tone, string>> = { good: '✓', bad: '✗', unsure: '~', plain: '·' };

const outcomes = {
  met: { sign: '✓', tone: 'good' },
  'not-met': { sign: '✗', tone: 'bad' },
  'not-applicable': { sign: '–', tone: 'soft' },
  'not-evaluated': { sign: '?', tone: 'soft' },
} as const;

/** One block. */
export function blockMarkup(block: Block, languages: Languages): Markup {
  switch (block.kind) {
    case 'heading':
      return block.minor === true
        ? markup`<h4 class="minor">${block.text}</h4>`
        : markup`<h3>${block.text}</h3>`;
    case 'paragraph':
      return markup`<p${block.muted === true && markup` class="soft"`}>${block.text}</p>`;
    case 'facts':
      return factsMarkup(block.facts, languages);
    case 'quotes':
      return quotesMarkup(block.quotes, languages.call);
    case 'list':
      return markup`<ul class="items">
        ${block.items.map(
          ({ text, items = [] }) =>
            markup`<li>
              ${text}${
                items.length > 0 &&
                markup`<ul>
                  ${items.map((item) => markup`<li>${item}</li>`)}
                </ul>`
              }
            </li>`,
        )}
      </ul>`;
    case 'checks':
      return block.cards === true
        ? markup`<ul class="cards">
            ${block.checks.map((check) => cardMarkup(check, languages))}
          </ul>`
        : markup`<ul class="checks">
            ${block.checks.map((check) => checkMarkup(check, languages))}
          </ul>`;
    case 'table':
      return markup`<table>
        <thead>
          <tr>
            ${block.columns.map(({ heading }) => markup`<th scope="col">${heading}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${block.rows.map(
            (row) =>
              markup`<tr>
                ${row.map(({ text, tone }, index) =>
                  index === 0
                    ? markup`<th scope="row">${text}</th>`
                    : markup`<td${tone !== undefined && markup` class="${tone}"`}>${text}</td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>`;
    case 'story':
      return markup`<ol class="story">
        ${block.lines.map((line) => storyMarkup(line, languages))}
      </ol>`;
    case 'mood':
      return moodMarkup(block.curve);
    case 'grounds':
      return markup`${block.grounds.map((ground) => groundMarkup(ground, languages))}`;
    case 'scorecard':
      return scorecardMarkup(block.groups, block.total, languages.report);
    case 'transcript':
      return markup`${transcriptMarkup(block.lines, languages.report, languages.call)}${
        block.notes.length > 0 &&
        markup`<dl class="facts notes">
          ${block.notes.map(
            (note) =>
              markup`<dt>${say('label.note', languages.report)}</dt>
                <dd lang="${languages.call}">${note}</dd>`,
          )}
        </dl>`
      }`;
  }
}

function factsMarkup(facts: readonly Fact[], { call }: Languages): Markup {
  return markup`<dl class="facts">
    ${facts.map(
      ({ label, value, quotes = [] }) =>
        markup`<dt>${label}</dt>
          <dd>${value}${quotesMarkup(quotes, call)}</dd>`,
    )}
  </dl>`;
}

function cardMarkup({ title, tone, word, details, quotes }: Check, { call }: Languages): Markup {
  return markup`<li class="${tone}">
    <h3>${title}</h3>
    <p class="state ${tone}"><span aria-hidden="true">${toneSign[tone]}</span> ${word}</p>
    ${details.map((detail) => markup`<p class="soft">${detail}</p>`)}${quotesMarkup(quotes, call)}
  </li>`;
}

function checkMarkup({ title, tone, word, details, quotes }: Check, { call }: Languages): Markup {
  return markup`<li>
    <span class="sign ${tone}" aria-hidden="true">${toneSign[tone]}</span>
    <div>
      <span class="title">${title}</span><span class="state ${tone}">${word}</span>${details.map(
        (detail) => markup`<span class="detail">${detail}</span>`,
      )}${quotesMarkup(quotes, call)}
    </div>
  </li>`;
}

function storyMarkup(line: StoryLine, { report, call }: Languages): Markup {
  const { turn, time, who, side, place, what, quote, grounds, answer } = line;
  const number =
    place.turn === undefined
      ? markup`<span>${place.text}</span>`
      : markup`<a href="#t-${place.turn}">${say('audit.turn', report, { turn })}</a>`;
  const colon = say('punctuation.colon', report);
  return markup`<li class="${side}${grounds.length > 0 && ' held'}">
    <div class="when">${number}${time}</div>
    <div>
      <p>
        ${who !== '' && markup`<span class="who">${who}</span>`}${what}${
          quote !== undefined && markup`${colon}${wordsMarkup(quote, call)}`
        }${refsMarkup(grounds, report)}
      </p>
      ${
        answer !== undefined &&
        markup`<p class="answer">
          <b class="${answer.tone}">${answer.word}</b>${colon}${wordsMarkup(answer.quote.words, call)}
        </p>`
      }
    </div>
  </li>`;
}

function moodMarkup(curve: MoodCurve): Markup {
  return markup`<figure class="mood">
    <figcaption>${curve.title}</figcaption>
    ${moodChart(curve)}
    <p>${curve.summary}</p>
    ${curve.legend !== undefined && markup`<p>${curve.legend}</p>`}
  </figure>`;
}

function groundMarkup(ground: Ground, { report, call }: Languages): Markup {
  const { number, title, severity, severityWord, decides, quotes, searched, why, mitigation } = ground;
  const rows: readonly (readonly [label: string, value: Markup])[] = [
    ...(why === undefined ? [] : [[say('label.why', report), markup`<dd>${why}</dd>`] as const]),
    ...(mitigation.length === 0
      ? []
      : [
          [
            say('label.mitigation', report),
            markup`<dd>${mitigation.map((quote) => markup`<p>${quoteMarkup(quote, call)}</p>`)}</dd>`,
          ] as const,
        ]),
    ...(ground.say === undefined
      ? []
      : [
          [
            say('label.say', report),
            markup`<dd class="say">
              ${
                ground.say.place?.turn !== undefined &&
                markup`<a class="place" href="#t-${ground.say.place.turn}">${ground.say.place.text}</a>`
              }${wordsMarkup(ground.say.words, call)}
            </dd>`,
          ] as const,
        ]),
  ];
  return markup`<article class="ground${decides !== undefined && ' decides'}" id="g-${number}">
    <h4>
      <span class="no">${number}</span><span>${title}</span>${
        severity !== 'ordinary' && markup`<span class="badge bad">${severityWord}</span>`
      }${decides !== undefined && markup`<span class="badge">${decides}</span>`}
    </h4>
    ${quotesMarkup(quotes, call)}${searched !== undefined && markup`<p class="soft">${searched}</p>`}${
      rows.length > 0 &&
      markup`<dl>
        ${rows.map(
          ([label, value]) =>
            markup`<dt>${label}</dt>
              ${value}`,
        )}
      </dl>`
    }
  </article>`;
}

function scorecardMarkup(groups: readonly ScorecardGroup[], total: string, language: ReportLanguage): Markup {
  const colon = say('punctuation.colon', language);
  return markup`${scoreChart(groups, say('label.section-scores', language), colon)}
    <table>
      <thead>
        <tr>
          <th scope="col">${say('label.criterion', language)}</th>
          <th scope="col">${say('label.outcome', language)}</th>
          <th scope="col" class="right">${say('label.points', language)}</th>
        </tr>
      </thead>
      <tbody>
        ${groups.map(
          ({ title, sections }) =>
            markup`${
              title !== undefined &&
              markup`<tr class="group">
                <th colspan="3" scope="colgroup">${title}</th>
              </tr>`
            }${sections.map(
              (section) =>
                markup`<tr class="section">
                    <th scope="rowgroup" colspan="2">${section.title}</th>
                    <td class="right points">${section.score}</td>
                  </tr>
                  ${section.rows.map(
                    ({ title, outcome, outcomeWord, points }) =>
                      markup`<tr>
                        <th scope="row">${title}</th>
                        <td class="${outcomes[outcome].tone}">
                          <span class="sign" aria-hidden="true">${outcomes[outcome].sign}</span>${outcomeWord}
                        </td>
                        <td class="right points">${points}</td>
                      </tr>`,
                  )}`,
            )}`,
        )}
        <tr class="total">
          <th scope="row" colspan="2">${say('label.total', language)}</th>
          <td class="right points">${total}</td>
        </tr>
      </tbody>
    </table>`;
}
