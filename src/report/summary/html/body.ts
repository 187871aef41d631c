/** What the page on many calls says, whether it stands alone or in a folder. */
import type { Analysis } from '../../../result/analysis.ts';
import { unreadTitle } from '../../../result/unread-title.ts';
import { scoreText, shareText } from '../../figures.ts';
import type { Link } from '../../html/frame.ts';
import { markup, type Markup } from '../../html/markup.ts';
import { visible } from '../../visible.ts';
import type { BatchReport } from '../report.ts';
import type { BatchSection } from '../section.ts';
import type { BatchWording } from '../wording.ts';
import { blockMarkup, type LinkOf } from './block-markup.ts';
import { distributionChart, trendChart } from './charts.ts';

/** The place of a section on its page. */
function sectionId({ id, by }: BatchSection, index: number): string {
  return by === undefined ? id : `${id}-${index}`;
}

/** Links to the sections, to the calls and, where there are any, to what could not be read. */
export function contentsOf(
  sections: readonly BatchSection[],
  { errors }: BatchReport,
  { say }: BatchWording,
): readonly Link[] {
  return [
    ...sections.map((section, index) => ({
      href: `#${sectionId(section, index)}`,
      text: section.heading,
    })),
    { href: '#calls', text: say('batch.all-calls') },
    ...(errors.length === 0 ? [] : [{ href: '#errors', text: say('heading.errors') }]),
  ];
}

/** The sections, each with its charts, and with what `after` has to say of it. */
export function sectionsMarkup(
  sections: readonly BatchSection[],
  analysis: Analysis,
  wording: BatchWording,
  linkOf: LinkOf,
  after: (section: BatchSection) => Markup | false = () => false,
): Markup {
  return markup`${sections.map(
    (section, index) =>
      markup`<section class="part" id="${sectionId(section, index)}">
        <h2>${section.heading}</h2>
        ${section.id === 'overview' && markup`${figuresMarkup(analysis, wording)}${analysis.mean.calls > 0 && distributionChart(analysis, wording)}`}
        ${section.id === 'weeks' && trendChart(analysis.weeks, wording)}
        ${section.blocks.map((block) => blockMarkup(block, linkOf, wording))}
        ${after(section)}
      </section>`,
  )}`;
}

/** The figures that are looked for first. */
function figuresMarkup(analysis: Analysis, wording: BatchWording): Markup {
  const { say } = wording;
  const { mean, median, verdicts, signOff, promises } = analysis;
  const calls = verdicts.reduce((sum, one) => sum + one.calls, 0);
  const upheld = verdicts.reduce((sum, one) => sum + one.shares.upheld.count, 0);
  const interval = mean.interval && `${scoreText(mean.interval.low)}–${scoreText(mean.interval.high)}`;
  const figures: readonly (readonly [label: string, figure: string, remark: string])[] = [
    [say('label.calls'), String(Math.max(calls, mean.calls)), ''],
    [
      say('label.mean'),
      scoreText(mean.value),
      [...(interval === null ? [] : [interval]), wording.label(say('batch.median'), scoreText(median))].join(
        say('punctuation.comma'),
      ),
    ],
    [say('batch.upheld'), shareText(upheld, calls), wording.calls(upheld)],
    [say('batch.sign-off'), String(signOff.calls), ''],
    [
      say('batch.promises'),
      String(promises.open + promises.broken),
      wording.label(say('batch.promise-overdue'), String(promises.overdue)),
    ],
  ];
  return markup`<dl class="figures">
    ${figures.map(
      ([label, figure, remark]) =>
        markup`<div>
          <dt>${label}</dt>
          <dd>${figure}${remark !== '' && markup`<small>${remark}</small>`}</dd>
        </div>`,
    )}
  </dl>`;
}

/** What could not be read: where, and of what kind in the language of the report; what the reader said is English. */
export function errorsMarkup({ errors }: BatchReport, { say, language }: BatchWording): Markup | false {
  return (
    errors.length > 0 &&
    markup`<section class="part" id="errors">
      <h2>${say('heading.errors')}</h2>
      <ul class="errors">
        ${errors.map(({ source, line, column, code, message, hint }) => {
          const at = line === undefined ? '' : column === undefined ? `:${line}` : `:${line}:${column}`;
          const title = unreadTitle(code, language);
          return markup`<li>
            <b>${visible(source)}${at}</b> ${title !== undefined && markup`${title}${say('punctuation.colon')}`}<span lang="en">${visible(message)} [${code}]</span>${
              hint !== undefined && markup`<p class="soft" lang="en">${visible(hint)}</p>`
            }
          </li>`;
        })}
      </ul>
    </section>`
  );
}
