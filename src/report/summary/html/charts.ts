/** The charts of the pages on many calls, as inline SVG: as wide as their place, their letters of one size at any width. */
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Analysis, WeekFigures } from '../../../result/analysis.ts';
import { scoreText, shareText } from '../../figures.ts';
import { markup, type Markup } from '../../html/markup.ts';
import type { BatchCell } from '../section.ts';
import { weeksBetween } from '../weeks-between.ts';
import type { BatchWording } from '../wording.ts';

/** Two decimals are enough for a screen and keep the bytes few. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A figure from 0 to 100 on a rail, with its interval; the figure itself stands beside it in words. */
export function rangeMark({ value, low, high }: NonNullable<BatchCell['drawn']>): Markup {
  // Room for the dot at both ends.
  const x = scaleLinear([0, 100], [4, 96]).clamp(true);
  const at = (figure: number) => `${round(x(figure))}%`;
  return markup`<svg class="range" aria-hidden="true"><line class="rail" x1="${at(0)}" x2="${at(100)}" y1="7" y2="7"/>${
    low !== undefined &&
    high !== undefined &&
    markup`<line class="span" x1="${at(low)}" x2="${at(high)}" y1="7" y2="7"/>`
  }<circle class="at" cx="${at(value)}" cy="7" r="3.5"/></svg>`;
}

/** Of the distribution, in pixels. */
const columnsTop = 22;
const columnsBottom = 150;

/** How many calls had which score: a column for each ten points, its number above it. */
export function distributionChart(
  { distribution, mean }: Analysis,
  { say, label, list }: BatchWording,
): Markup {
  const most = Math.max(1, ...distribution.map(({ calls }) => calls));
  const y = scaleLinear([0, most], [columnsBottom, columnsTop]);
  const width = 100 / distribution.length;
  // Where one class ends and the next begins; a score is as far along as its figure says.
  const edges = [...distribution.map(({ from }) => from), 100];
  const range = (from: number) => say('batch.range', { from, to: from === 90 ? 100 : from + 9.9 });
  const summary = list(distribution.map(({ from, calls }) => label(range(from), String(calls))));
  return markup`<figure class="chart">
    <figcaption>${say('batch.distribution')}</figcaption>
    <svg width="100%" height="${columnsBottom + 24}" role="img" aria-labelledby="distribution-title distribution-desc">
      <title id="distribution-title">${say('batch.distribution')}</title>
      <desc id="distribution-desc">${summary}</desc>
      ${distribution.map(({ from, calls }, place) => {
        const left = place * width;
        const middle = `${round(left + width / 2)}%`;
        return markup`<rect class="column" x="${round(left + width * 0.12)}%" width="${round(width * 0.76)}%" y="${round(y(calls))}" height="${round(columnsBottom - y(calls))}"><title>${label(range(from), `${calls}, ${shareText(calls, mean.calls)}`)}</title></rect><text class="strong" x="${middle}" y="${round(y(calls)) - 6}" text-anchor="middle">${calls}</text>`;
      })}
      <line class="grid" x1="0" x2="100%" y1="${columnsBottom}" y2="${columnsBottom}"/>
      ${edges.map(
        (edge) =>
          markup`<text x="${edge}%" y="${columnsBottom + 17}" text-anchor="${edge === 0 ? 'start' : edge === 100 ? 'end' : 'middle'}">${edge}</text>`,
      )}
    </svg>
  </figure>`;
}

const trendHeight = 200;
const trendTop = 16;
const trendBottom = 168;
/** Labels of weeks that fit under a chart. */
const labelsShown = 8;

/** The mean score of each week with its interval, and a dot a week: hollow where there were few calls. */
export function trendChart(weeks: readonly WeekFigures[], wording: BatchWording): Markup {
  const { say, label, list } = wording;
  const shown = weeks.filter(({ mean }) => mean.value !== null);
  const first = shown[0]?.from;
  // By the calendar: weeks without calls take their room.
  const placeOf = (from: string) => weeksBetween(first, from) ?? 0;
  const last = placeOf(shown.at(-1)?.from ?? '');
  const x = scaleLinear([0, Math.max(1, last)], [8, 95]);
  const y = scaleLinear([0, 100], [trendBottom, trendTop]);
  const points = shown.map(({ week, from, calls, mean }) => ({
    week,
    place: placeOf(from),
    value: mean.value!,
    low: mean.interval?.low,
    high: mean.interval?.high,
    words: label(week, [wording.mean(mean).text, wording.calls(calls)].join(say('punctuation.comma'))),
  }));
  type Point = (typeof points)[number];
  const at = ({ place }: Point) => x(place);
  const curve = line(at, ({ value }: Point) => y(value)).digits(2)(points) ?? '';
  const band = area(
    at,
    ({ low, value }: Point) => y(low ?? value),
    ({ high, value }: Point) => y(high ?? value),
  )
    .defined(({ low }) => low !== undefined)
    .digits(2)(points);
  const labelled = withRoom(
    points.map(({ place }) => place),
    Math.ceil((last + 1) / labelsShown),
  );
  return markup`<figure class="chart">
    <figcaption>${say('label.mean')}</figcaption>
    <svg width="100%" height="${trendHeight}" role="img" aria-labelledby="trend-title trend-desc">
      <title id="trend-title">${say('batch.weeks')}</title>
      <desc id="trend-desc">${list(points.map(({ words }) => words))}</desc>
      ${[0, 50, 100].map((score) => markup`<line class="grid" x1="5%" x2="100%" y1="${y(score)}" y2="${y(score)}"/><text x="0" y="${y(score) + 4}">${score}</text>`)}
      <svg width="100%" height="${trendHeight}" viewBox="0 0 100 ${trendHeight}" preserveAspectRatio="none">
        <path class="band" d="${band ?? ''}"/>
        <path class="curve" d="${curve}"/>
      </svg>
      ${points.map(
        (point) =>
          markup`<circle class="dot${point.low === undefined ? '' : ' sure'}" cx="${round(at(point))}%" cy="${round(y(point.value))}" r="4.5"><title>${point.words}</title></circle>${
            labelled.has(point.place) &&
            markup`<text x="${round(at(point))}%" y="${trendHeight - 8}" text-anchor="middle">${point.week}</text><text class="strong" x="${round(at(point))}%" y="${round(y(point.value)) - 10}" text-anchor="middle">${scoreText(point.value)}</text>`
          }`,
      )}
    </svg>
  </figure>`;
}

/** Of places in order, the first and each that is so far from the one before. */
function withRoom(places: readonly number[], apart: number): ReadonlySet<number> {
  const chosen = new Set<number>();
  let next = 0;
  for (const place of places) {
    if (place < next) continue;
    chosen.add(place);
    next = place + apart;
  }
  return chosen;
}
