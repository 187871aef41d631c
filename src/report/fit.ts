/** Text in a given number of columns, Chinese and emoji counted as a terminal shows them. */
import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The characters of a text as a reader counts them. */
export function graphemes(text: string): readonly string[] {
  return /^[ -~]*$/.test(text) ? [...text] : Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The text cut to at most so many columns, `…` at the end where something was cut. */
function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  let columns = 0;
  for (const grapheme of graphemes(text)) {
    columns += stringWidth(grapheme);
    if (columns > width - 1) break;
    kept += grapheme;
  }
  return width < 1 ? '' : `${kept}…`;
}

/** The text in exactly so many columns: cut where it is too long, filled with spaces where it is too short. */
export function fit(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const short = cut(text, width);
  const fill = ' '.repeat(Math.max(0, width - stringWidth(short)));
  return align === 'left' ? short + fill : fill + short;
}
