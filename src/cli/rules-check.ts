/** `callqa rules check`: what is dead, doubled or missing in a pack. */
import { checkRules } from '../calibrate/check/check-rules.ts';
import { severities, type Problem, type ProblemSeverity } from '../calibrate/check/problem.ts';
import { builtinPack } from '../pack/builtin.ts';
import type { Pack } from '../pack/model.ts';
import { formatPlace } from '../call/failure.ts';
import { jsonText } from '../report/json-text.ts';
import type { ReportLanguage } from '../result/result.ts';
import { say } from '../result/words.ts';
import type { Io } from './io.ts';
import { lookOf, type Look } from './look.ts';
import type { ReportFlags } from './options.ts';
import { packOf } from './pack-option.ts';
import { writeOutput } from './write-output.ts';

type CheckFormat = 'text' | 'json';

export interface RulesCheckFlags extends Pick<ReportFlags, 'lang' | 'output' | 'pack' | 'config'> {
  readonly format: CheckFormat;
}

/** What a look at a pack came to, and how much of it is shown. */
interface CheckRun {
  readonly pack: Pack;
  readonly problems: readonly Problem[];
  readonly counts: Readonly<Record<ProblemSeverity, number>>;
  /** Problems of the built-in rules that are left out. */
  readonly unlisted: number;
}

/** Returns the exit code: 1 where there is an error. */
export async function rulesCheckCommand(flags: RulesCheckFlags, io: Io): Promise<number> {
  const { pack } = await packOf(flags, io);
  const all = checkRules(pack);
  const problems = flags.pack === undefined ? ownProblems(pack, all) : all;
  const counts = Object.fromEntries(
    severities.map((severity) => [severity, problems.filter((each) => each.severity === severity).length]),
  ) as CheckRun['counts'];
  const look = { language: flags.lang, ...(await lookOf(io, flags.output !== undefined)) };
  const run = { pack, problems, counts, unlisted: all.length - problems.length };
  await writeOutput(flags.output, formats[flags.format](run, look), io);
  return counts.error > 0 ? 1 : 0;
}

type CheckLook = Look & { readonly language: ReportLanguage };

const formats: Readonly<Record<CheckFormat, (run: CheckRun, look: CheckLook) => string>> = { text, json };

function text({ pack, problems, counts, unlisted }: CheckRun, { language, chalk }: CheckLook): string {
  const colour = { error: chalk.red, warning: chalk.yellow, note: chalk.dim };
  const colon = say('punctuation.colon', language);
  const numbers = severities.map((severity) => {
    const count = counts[severity];
    return say(`check.${severity}.${count === 1 ? 'one' : 'many'}`, language, { count });
  });
  return `${[
    ...problems.flatMap(({ origin, severity, message, code, hint }) => [
      `${formatPlace(origin)}: ${colour[severity](say(`lint.${severity}`, language))}${colon}${message[language]} [${code}]`,
      `  ${say('check.hint', language)}${colon}${hint[language]}`,
    ]),
    `${pack.id} ${pack.version}${colon}${numbers.join(say('punctuation.comma', language))}`,
    ...(unlisted === 0 ? [] : [say('check.unlisted', language, { count: unlisted })]),
  ].join('\n')}\n`;
}

/** The same in every language: codes, and English sentences. */
function json({ pack, problems, counts, unlisted }: CheckRun): string {
  return `${jsonText(
    {
      schema: 'callqa/rules-check@1',
      pack: { id: pack.id, version: pack.version, sha256: pack.sha256 },
      counts,
      ...(unlisted === 0 ? {} : { builtinNotListed: unlisted }),
      problems: problems.map(({ origin, code, severity, message, hint }) => ({
        code,
        severity,
        message: message.en,
        hint: hint.en,
        ...origin,
      })),
    },
    2,
  )}\n`;
}

/** Of rules that build on the built-in ones, what stands in the files of the user: they can mend nothing else. */
function ownProblems(pack: Pack, all: readonly Problem[]): readonly Problem[] {
  const { id, sha256 } = builtinPack().pack;
  if (pack.sha256 === sha256) return all;
  return all.filter(({ origin }) => !origin.file.startsWith(`rules/${id}/`));
}
