/** `callqa rules …`: what a pack holds, what one rule means, and its examples run as tests. */
import { Failure } from '../call/failure.ts';
import type { Io } from './io.ts';
import { lookOf } from './look.ts';
import type { ReportFlags } from './options.ts';
import { packOf } from './pack-option.ts';
import { explainRule } from './rules-explain.ts';
import { rulesList, type RulesFormat } from './rules-list.ts';
import { testRules } from './rules-test.ts';
import { writeOutput } from './write-output.ts';

type RulesFlags = Pick<ReportFlags, 'lang' | 'output' | 'pack' | 'config'>;

/** Lists the pack; exit code 0. */
export async function rulesListCommand(
  flags: RulesFlags & { readonly format: RulesFormat },
  io: Io,
): Promise<number> {
  const { pack } = await packOf(flags, io);
  return print(
    rulesList(pack, flags.format, {
      language: flags.lang,
      ...(await lookOf(io, flags.output !== undefined)),
    }),
    flags,
    io,
  );
}

/** Explains one rule; a failure where there is none of that id. */
export async function rulesExplainCommand(id: string, flags: RulesFlags, io: Io): Promise<number> {
  const { pack } = await packOf(flags, io);
  const text = explainRule(pack, id, {
    language: flags.lang,
    ...(await lookOf(io, flags.output !== undefined)),
  });
  if (text === undefined) {
    throw new Failure(`the pack ${pack.id} has no moment and no criterion called ${id}`, {
      code: 'unknown-rule',
      hint: 'Run `callqa rules list` to see what there is.',
    });
  }
  return print(text, flags, io);
}

/** Runs the pack's examples; exit code 1 where one is not as it is written. */
export async function rulesTestCommand(flags: RulesFlags, io: Io): Promise<number> {
  const { text, passed } = testRules(await packOf(flags, io), {
    language: flags.lang,
    ...(await lookOf(io, flags.output !== undefined)),
  });
  await print(text, flags, io);
  return passed ? 0 : 1;
}

async function print(text: string, { output: path }: RulesFlags, io: Io): Promise<number> {
  await writeOutput(path, text, io);
  return 0;
}
