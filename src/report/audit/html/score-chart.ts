/** The scores of the sections as inline SVG: a bar a section, with its figure. */
import { scaleLinear } from 'd3-scale';
import { markup, type Markup } from '../../html/markup.ts';
import type { ScorecardGroup } from '../block.ts';

/** Of one section, in pixels. */
const rowHeight = 40;
const barHeight = 9;

/** The chart; `title` names it, and its description has every figure in words. */
export function scoreChart(groups: readonly ScorecardGroup[], title: string, colon: string): Markup {
  const sections = groups.flatMap((group) => group.sections);
  const x = scaleLinear([0, 100], [0, 100]).clamp(true);
  const summary = sections.map((section) => section.title + colon + section.score).join('; ');
  return markup`<svg class="score-chart" width="100%" height="${sections.length * rowHeight}" role="img" aria-labelledby="score-title score-desc">
    <title id="score-title">${title}</title>
    <desc id="score-desc">${summary}</desc>
    ${sections.map(({ title, score, value }, index) => {
      const y = index * rowHeight;
      const bar =
        value === null
          ? markup`<rect class="none" x="0" y="${y + 22}" width="100%" height="${barHeight}" rx="2"/>`
          : markup`<rect class="track" x="0" y="${y + 22}" width="100%" height="${barHeight}" rx="2"/><rect class="bar" x="0" y="${y + 22}" width="${x(value)}%" height="${barHeight}" rx="2"/>`;
      return markup`<text x="0" y="${y + 15}">${title}</text><text class="strong" x="100%" y="${y + 15}" text-anchor="end">${score}</text>${bar}`;
    })}
  </svg>`;
}
