/** How figures are printed, whatever the locale. */

/** A score with one decimal, `–` for none. */
export function scoreText(score: number | null): string {
  return score === null ? '–' : score.toFixed(1);
}

/** A share of a whole in whole per cent, rounded half up. */
export function shareText(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.floor((200 * part + whole) / (2 * whole))}%`;
}

/** Points as they are, at most two decimals. */
export function pointsText(points: number): string {
  return String(Math.round(points * 100) / 100);
}

/** Milliseconds as `mm:ss`, or `h:mm:ss` from an hour on. */
export function timeText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`;
}
