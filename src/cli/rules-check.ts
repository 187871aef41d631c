/** `callqa rules check`: what is dead, doubled or missing in a pack. */
import { checkRules } from '../calibrate/check/check-rules.ts';
import { severities, type Problem } from '../calibrate/check/problem.ts';
import { builtinPack } from '../pack/builtin.ts';
import type { Pack } from '../pack/model.ts';
import { formatPlace } from '../call/failure.ts';
import { jsonText } from '../report/json-text.ts';
import { say } from '../result/words.ts';
import type { Io } from './io.ts';
import { lookOf } from './look.ts';
import type { ReportFlags } from './options.ts';
import { packOf } from './pack-option.ts';
import { writeOutput } from './write-output.ts';

export interface RulesCheckFlags extends Pick<ReportFlags, 'lang' | 'output' | 'pack'> {
  readonly format: 'text' | 'json';
}

/** Returns the exit code: 1 where there is an error. */
export async function rulesCheckCommand(flags: RulesCheckFlags, io: Io): Promise<number> {
  const { pack } = await packOf(flags, io);
  const all = checkRules(pack);
  const problems = flags.pack === undefined ? ownProblems(pack, all) : all;
  const unlisted = all.length - problems.length;
  const counts = Object.fromEntries(
    severities.map((severity) => [severity, problems.filter((each) => each.severity === severity).length]),
  ) as Readonly<Record<(typeof severities)[number], number>>;
  const { chalk } = await lookOf(io, flags.output !== undefined);
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
            ...(unlisted === 0 ? {} : { builtinNotListed: unlisted }),
            problems: problems.map(({ origin, ...rest }) => ({ ...rest, ...origin })),
          },
          2,
        )}\n`
      : `${problems.map(line).join('')}${pack.id} ${pack.version}: ${severities
          .map((severity) => `${counts[severity]} ${severity}${counts[severity] === 1 ? '' : 's'}`)
          .join(
            ', ',
          )}\n${unlisted === 0 ? '' : `${say('rules.unlisted', flags.lang, { count: unlisted })}\n`}`;
  await writeOutput(flags.output, text, io);
  return counts.error > 0 ? 1 : 0;
}

/** Of rules that build on the built-in ones, what stands in the files of the user: they can mend nothing else. */
function ownProblems(pack: Pack, all: readonly Problem[]): readonly Problem[] {
  const { id, sha256 } = builtinPack().pack;
  if (pack.sha256 === sha256) return all;
  return all.filter(({ origin }) => !origin.file.startsWith(`rules/${id}/`));
}
