/** The calls of one case: read, put in order, and the disputed one told from the others. */
import { emptyCall } from '../batch/empty-call.ts';
import { Failure } from '../call/failure.ts';
import type { ReadCall } from '../read/reading.ts';
import type { CaseFlags } from './audit-arguments.ts';
import { inOrder } from './case-order.ts';
import { complaint } from './complain.ts';
import type { Io } from './io.ts';
import { namedSpeakers } from './named-speakers.ts';
import { readPaths } from './reading.ts';

interface Case {
  /** In the order in which they happened. */
  readonly calls: readonly ReadCall[];
  /** Which of them is disputed. */
  readonly disputed: number;
  /** Something could not be read, and was complained of. */
  readonly unread: boolean;
}

/**
 * Reads the calls that paths name and makes one case of them. Several paths are one case; a file that holds many calls is
 * one only where they share one case id. `--id` picks the disputed call, and with it, from a file that holds many, the
 * calls of its case.
 *
 * They stand by when they began where all say it, else as given. Disputed is the call that `--id` names, else the first
 * with an allegation filed, else the first. Undefined where nothing could be read.
 *
 * @throws {Failure} `no-call`, `many-calls`, `many-cases`
 */
export async function readCase(
  paths: readonly string[],
  flags: CaseFlags,
  io: Io,
): Promise<Case | undefined> {
  let unread = false;
  const found: ReadCall[] = [];
  const seen = new Set<string>();
  const speakers = namedSpeakers(flags);
  // One path after another: as a list they would come in the order of their names.
  for (const path of paths) {
    for await (const item of readPaths([path], flags, io, speakers)) {
      const failure = 'failure' in item ? item.failure : emptyCall(item);
      if ('failure' in item || failure !== undefined) {
        unread = true;
        io.stderr.write(complaint(failure!));
        continue;
      }
      const { source } = item;
      const key = `${source.path}\0${source.line ?? ''}\0${item.call.id}`;
      if (!seen.has(key)) found.push(item);
      seen.add(key);
    }
  }
  io.stderr.write(speakers.warning());
  if (found.length === 0 && unread) return undefined;
  const shown = paths.join(' ');
  const named = found.find(({ call }) => call.id === flags.id);
  if (found.length === 0 || (flags.id !== undefined && named === undefined)) {
    const what =
      flags.id === undefined ? `${shown} holds no call` : `no call in ${shown} has the id ${flags.id}`;
    throw new Failure(what, {
      code: 'no-call',
      file: paths[0]!,
      hint: 'Run `callqa score` on it to see what it holds.',
    });
  }
  const { calls, warning } = inOrder(ofOneCase(found, named, paths));
  if (warning !== undefined) io.stderr.write(complaint(warning, 'warning'));
  const filed = calls.findIndex(({ call }) => (call.allegations ?? []).length > 0);
  const disputed = named === undefined ? Math.max(0, filed) : calls.indexOf(named);
  return { calls, disputed, unread };
}

function ofOneCase(
  found: readonly ReadCall[],
  named: ReadCall | undefined,
  paths: readonly string[],
): readonly ReadCall[] {
  if (named !== undefined) {
    const { caseId } = named.call;
    // Who names several files says that they belong together, unless the files say otherwise.
    return found.filter(
      (each) =>
        each === named ||
        (caseId === undefined || each.call.caseId === undefined
          ? paths.length > 1 && (caseId === undefined) === (each.call.caseId === undefined)
          : each.call.caseId === caseId),
    );
  }
  const cases = new Set(found.map(({ call }) => call.caseId));
  const hint = `Name one with --id, such as --id ${found[0]!.call.id}.`;
  if (paths.length === 1 && found.length > 1 && (cases.size > 1 || cases.has(undefined))) {
    throw new Failure(`${paths[0]!} holds more than one call`, {
      code: 'many-calls',
      file: paths[0]!,
      hint: `${hint} Calls with one caseId are audited together.`,
    });
  }
  cases.delete(undefined);
  if (cases.size > 1) {
    throw new Failure(`these calls are of different cases: ${[...cases].join(', ')}`, {
      code: 'many-cases',
      file: paths[0]!,
      hint,
    });
  }
  return found;
}
