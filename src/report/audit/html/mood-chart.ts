/** The customer's mood over the call as inline SVG: as wide as its place, its letters of one size at any width. */
import { scaleLinear } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';
import { markup, type Markup } from '../../html/markup.ts';
import type { MoodCurve } from '../block.ts';

/** In pixels; across, everything is in per cent of the width. */
const height = 206;
const top = 24;
const bottom = 152;
const findingsAt = 182;
const ticksAt = 202;

/** The chart. Its curve is in words in its description, and each point has a title. */
export function moodChart({ title, summary, good, bad, axis, turns, points, findings }: MoodCurve): Markup {
  const x = scaleLinear([0, Math.max(1, turns - 1)], [12, 97]);
  const y = scaleLinear([-1, 1], [bottom, top]).clamp(true);
  const across = (turn: number) => `${round(x(turn))}%`;
  const at = (point: MoodCurve['points'][number]) => x(point.turn);
  const high = (point: MoodCurve['points'][number]) => y(point.value);
  const list = [...points];
  const curve = line(at, high).curve(curveMonotoneX).digits(2)(list) ?? '';
  const ground = area(at, y(0), high).curve(curveMonotoneX).digits(2)(list) ?? '';
  const ticks = x.ticks(Math.min(turns, 10)).filter((tick) => Number.isInteger(tick));
  return markup`<svg width="100%" height="${height}" role="img" aria-labelledby="mood-title mood-desc">
    <title id="mood-title">${title}</title>
    <desc id="mood-desc">${summary}</desc>
    <line class="grid" x1="0" x2="100%" y1="${top}" y2="${top}"/>
    <line class="grid zero" x1="0" x2="100%" y1="${y(0)}" y2="${y(0)}"/>
    <line class="grid" x1="0" x2="100%" y1="${bottom}" y2="${bottom}"/>
    <text x="0" y="${top - 8}">+1 ${good}</text>
    <text x="0" y="${bottom + 16}">−1 ${bad}</text>
    <svg width="100%" height="${height}" viewBox="0 0 100 ${height}" preserveAspectRatio="none">
      <path class="area" d="${ground}"/>
      <path class="curve" d="${curve}"/>
    </svg>
    ${points.map((point) => markup`<circle class="dot" cx="${across(point.turn)}" cy="${round(high(point))}" r="4.5"><title>${point.label}</title></circle>`)}
    ${findings.map((turn) => markup`<text class="finding" x="${across(turn)}" y="${findingsAt}" text-anchor="middle">×</text>`)}
    <text x="0" y="${ticksAt}">${axis}</text>
    ${ticks.map((turn) => markup`<text x="${across(turn)}" y="${ticksAt}" text-anchor="middle">${turn}</text>`)}
  </svg>`;
}

/** Two decimals are enough for a screen and keep the bytes few. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
