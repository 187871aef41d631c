/** `callqa rules check`: what is dead, doubled or missing in a pack. */
import { checkRules } from '../calibrate/check/check-rules.ts';
import { severities, type Problem } from '../calibrate/check/problem.ts';
import { formatPlace } from '../call/failure.ts';
import { jsonText } from '../report/json-text.ts';
import type { Io } from './io.ts';
import { lookOf } from './look.ts';
import type { ReportFlags } from './options.ts';
import { packOf } from './pack-option.ts';
import { writeOutput } from './write-output.ts';

export interface RulesCheckFlags extends Pick<ReportFlags, 'output' | 'pack'> {
  readonly format: 'text' | 'json';
}

/** Returns the exit code: 1 where there is an error. */
export async function rulesCheckCommand(flags: RulesCheckFlags, io: Io): Promise<number> {
  const { pack } = await packOf(flags, io);
  const problems = checkRules(pack);
  const counts = Object.fromEntries(
    severities.map((severity) => [severity, problems.filter((each) => each.severity === severity).length]),
  ) as Readonly<Record<(typeof severities)[number], number>>;
  const { chalk } = lookOf(io, flags.output !== undefined);
  const colour = { error: chalk.red, warning: chalk.yellow, note: chalk.dim };
  const line = ({ origin, severity, message, code, hint }: Problem): string =>
    `${formatPlace(origin)}: ${colour[severity](severity)}: ${message} [${code}]\n  hint: ${hint}\n`;
  const text =
    flags.format === 'json'
      ? `${jsonText(
          {
            schema: 'callqa/rules-check@1',
            pack: { id: pack.id, version: pack.version, sha256: pack.sha256 },
            counts,
            problems: problems.map(({ origin, ...rest }) => ({ ...rest, ...origin })),
          },
          2,
        )}\n`
      : `${problems.map(line).join('')}${pack.id} ${pack.version}: ${severities
          .map((severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? '' : 's'}`)
          .join(', ')}\n`;
  await writeOutput(flags.output, text, io);
  return counts.error > 0 ? 1 : 0;
}
