/** Timestamps at the ends of lines, `Agent: Hello (00:03)`, where a whole file has them there. */
import type { CutLine } from './lines.ts';
import { clockSource } from './stamp-source.ts';

const tail = new RegExp(`\\s*[\\[(（【［〔]\\s*(${clockSource})\\s*[\\])）】］〕]\\s*$`, 'u');

/**
 * Takes the time at the end of a labelled line for when it was said.
 * @param cuts the lines of the file that have labels.
 * @returns undefined where a time at the end of a line is talk: one of them has a time at its beginning, or few have one.
 */
export function tailTimes(cuts: readonly CutLine[]): ((cut: CutLine) => CutLine) | undefined {
  const timed = cuts.filter(({ text }) => tail.test(text)).length;
  if (timed < 2 || timed * 5 < cuts.length * 4 || cuts.some(({ start }) => start !== undefined))
    return undefined;
  return (cut) => {
    const found = cut.label === undefined ? null : tail.exec(cut.text);
    return found === null ? cut : { ...cut, start: found[1]!, text: cut.text.slice(0, found.index) };
  };
}
