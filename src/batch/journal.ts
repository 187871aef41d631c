/**
 * The journal of a run: a line for what is run, then a line for each step that is done and written. It is what a run goes
 * on from after it was killed; a line that is torn at its end was not done.
 */
import { Failure } from '../call/failure.ts';
import type { BatchStep } from './batch-state.ts';
import type { Input, Position } from './plan-units.ts';

const schema = 'callqa/run@1';

/** All that the rows depend on besides the inputs: of two runs with the same, one can go on for the other. */
export type RunIdentity = Readonly<Record<string, unknown>>;

/** What an input was when it was read: its path, its size in bytes, and when it was changed last (ms since 1970). */
type InputIdentity = readonly [path: string, size: number | null, modified: number | null];

/** One step that is done. */
export interface JournalStep extends BatchStep {
  readonly end: Position;
  /** How long the output is with it, in bytes. */
  readonly bytes: number;
  /** The inputs that it rests on, from where the step before ended. */
  readonly inputs: readonly InputIdentity[];
}

export interface Journal {
  readonly steps: readonly JournalStep[];
  /** How long the journal is up to the last whole line, in bytes. */
  readonly length: number;
}

function identityOf({ source, size, modified }: Input): InputIdentity {
  return [source.path, size ?? null, modified ?? null];
}

/** The inputs that are read between two positions, in part or whole. */
export function inputsBetween(
  inputs: readonly Input[],
  from: Position,
  to: Position,
): readonly InputIdentity[] {
  return inputs.slice(from.inputs, to.units > 0 ? to.inputs + 1 : to.inputs).map(identityOf);
}

/** The first line of a journal. */
export function journalHead(run: RunIdentity): string {
  return `${JSON.stringify({ schema, run })}\n`;
}

/** The line of a step. */
export function journalLine(step: JournalStep): string {
  return `${JSON.stringify(step)}\n`;
}

/**
 * Reads a journal and checks that it can be gone on from.
 * @param content the journal's bytes; they may end in the middle of a line
 * @param file the journal's name, for errors
 * @throws Failure `resume-other-run` where it is of another run, `resume-input-changed` where an input is not what it was.
 */
export function readJournal(
  content: Uint8Array,
  run: RunIdentity,
  inputs: readonly Input[],
  file: string,
): Journal {
  const text = Buffer.from(content.buffer, content.byteOffset, content.lastIndexOf(0x0a) + 1);
  const [head, ...lines] = text.toString('utf8').split('\n').slice(0, -1);
  if (head === undefined) return { steps: [], length: 0 };
  if (`${head}\n` !== journalHead(run)) {
    throw new Failure('the run that was broken off had other rules or options', {
      code: 'resume-other-run',
      file,
      hint: 'Give the options that it had, or begin anew without --resume.',
    });
  }
  const steps = lines.map((line) => JSON.parse(line) as JournalStep);
  let from: Position = { inputs: 0, units: 0 };
  for (const { end, inputs: before } of steps) {
    const now = inputsBetween(inputs, from, end);
    for (const [index, was] of before.entries()) {
      if (JSON.stringify(now[index]) === JSON.stringify(was)) continue;
      throw new Failure(
        now[index]?.[0] === was[0]
          ? 'this input has changed since it was scored'
          : `where ${was[0]} was scored, another input stands now`,
        {
          code: 'resume-input-changed',
          file: now[index]?.[0] ?? was[0],
          hint: 'Put the inputs back as they were, or begin anew without --resume.',
        },
      );
    }
    from = end;
  }
  return { steps, length: text.length };
}
