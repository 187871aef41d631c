/** The line `scenario: refund-refusal`, in front matter or in a comment. */
import type { Script } from '../document.ts';
import type { LineTable } from '../line-table.ts';

const line =
  /^[ \t]*(?:<!--|#|\/\/)?[ \t]*(?:scenario|场景|場景)[ \t]*[:：][ \t]*(["']?)([\p{L}\p{N}][\p{L}\p{N}_.-]*)\1[ \t]*(?:#.*)?(?:-->)?$/imu;

/**
 * What a part of a source says that a script is for; undefined where it says nothing of it.
 * @param at where the part begins in the source.
 */
export function scenarioLine(
  part: string,
  at: number,
  lines: LineTable,
): Required<Pick<Script, 'scenario' | 'scenarioAt'>> | undefined {
  const found = line.exec(part);
  if (found === null) return undefined;
  const scenario = found[2]!;
  const offset = at + found.index + found[0].lastIndexOf(scenario);
  return { scenario, scenarioAt: lines.positionAt(offset) };
}
