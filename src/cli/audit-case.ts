/** What `audit` and `verify` share: arguments in, the audited case out. */
import { createEvaluator } from '../batch/evaluate.ts';
import { Failure } from '../call/failure.ts';
import type { CompiledPack } from '../pack/compiled.ts';
import { nearest } from '../pack/nearest.ts';
import type { AuditResult } from '../result/result.ts';
import { auditArguments, type CaseFlags } from './audit-arguments.ts';
import { complaint } from './complain.ts';
import { configSource } from './config/config-source.ts';
import type { Io } from './io.ts';
import { readCase } from './read-case.ts';
import { readReviews, type ReviewsRead } from './read-reviews.ts';
import { toolName } from './version.ts';
import { warnOfAllegations } from './warn-of-allegations.ts';

interface Audited {
  /** Undefined where no call could be read. */
  readonly result: AuditResult | undefined;
  /** Something could not be read, and was complained of. */
  readonly unread: boolean;
}

/**
 * Reads the calls, takes them through all stages, and gives the result of the disputed one with its case.
 *
 * @throws {Failure} `unknown-allegation`, and what reading calls and reviews throws
 */
export async function auditCase(
  paths: readonly string[],
  flags: CaseFlags,
  compiled: CompiledPack,
  io: Io,
): Promise<Audited> {
  const { pack } = compiled;
  checkAllegations(
    flags.allegation ?? [],
    pack.allegations.map(({ id }) => id),
  );
  const read = await readCase(paths, flags, io);
  if (read === undefined) return { result: undefined, unread: true };
  const { calls, disputed, unread } = read;
  // Those asked for take the place of those filed.
  if (flags.allegation === undefined) warnOfAllegations(calls[disputed]!, pack, io);
  const reviews = await reviewsOf(flags, calls[disputed]!.call.id, compiled, io);
  const config = configSource(flags.config, io.cwd);
  const evaluator = createEvaluator(compiled, { tool: toolName(), redact: flags.redact });
  const result = evaluator.audit({
    calls,
    disputed,
    ...(flags.allegation === undefined ? {} : { allegations: flags.allegation }),
    ...(reviews === undefined ? {} : { reviews }),
    ...(config === undefined ? {} : { config }),
    // A config that was found is named, so that it is asked wherever one stands.
    arguments: auditArguments(paths, {
      ...flags,
      ...(config === undefined ? {} : { config: config.source }),
    }),
  });
  return { result, unread };
}

/** What people said of a call; with a warning where the table that was asked for says nothing on it. */
async function reviewsOf(
  { reviews: path, configured }: CaseFlags,
  callId: string,
  { pack }: CompiledPack,
  io: Io,
): Promise<ReviewsRead | undefined> {
  if (path === undefined) return undefined;
  const read = await readReviews(path, callId, new Set(pack.criteria.map(({ id }) => id)), io);
  // A config names the reviews of all calls there may be.
  const isExpected = configured?.includes('reviews') !== true;
  if (isExpected && read.reviews.length === 0 && read.statement === undefined) {
    const warning = new Failure(`no row of ${path} decides anything on the call ${callId}`, {
      code: 'reviews-none',
      file: path,
      hint: 'Its column `call` has to hold the id of the call; rows without a decision are passed over.',
    });
    io.stderr.write(complaint(warning, 'warning'));
  }
  return read;
}

function checkAllegations(asked: readonly string[], known: readonly string[]): void {
  for (const id of asked) {
    if (known.includes(id)) continue;
    const near = nearest(id, known);
    throw new Failure(`the rules know no allegation “${id}”`, {
      code: 'unknown-allegation',
      hint: `${near === undefined ? '' : `Did you mean ${near}? `}They know ${known.join(', ')}.`,
    });
  }
}
