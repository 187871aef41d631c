/**
 * The journal of a run: a line for what is run, then a line for each step that is done and written. It is what a run goes
 * on from after it was killed. Each line begins with the digest of what it says, so that one that was torn or damaged, at
 * the end or before it, is told from one that was written: what stands there was not done.
 */
import { hash } from 'node:crypto';
import { Failure } from '../call/failure.ts';
import type { BatchStep } from './batch-state.ts';
import type { Input, Position } from './plan-units.ts';

const schema = 'callqa/run@2';

/** All that the rows depend on besides the inputs: of two runs with the same, one can go on for the other. */
export type RunIdentity = Readonly<Record<string, unknown>>;

/** What an input was when it was read: its path, its size in bytes, and when it was changed last (ms since 1970). */
type InputIdentity = readonly [path: string, size: number | null, modified: number | null];

/** One step that is done. */
export interface JournalStep extends BatchStep {
  readonly end: Position;
  /** How long the output is with it, in bytes. */
  readonly bytes: number;
  /** The SHA-256 of what the output gained by it, in hex. */
  readonly sha256: string;
  /** The inputs that it rests on, from where the step before ended. */
  readonly inputs: readonly InputIdentity[];
}

export interface Journal {
  readonly steps: readonly JournalStep[];
  /** How long the journal is with so many steps, in bytes: one number more than there are steps, or none without a head. */
  readonly lengths: readonly number[];
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
  return lineOf({ schema, run });
}

/** The line of a step. */
export function journalLine(step: JournalStep): string {
  return lineOf(step);
}

const digestOf = (text: string): string => hash('sha256', text).slice(0, 16);

function lineOf(value: object): string {
  const text = JSON.stringify(value);
  return `${digestOf(text)} ${text}\n`;
}

/** What a line says; undefined for one that is not as it was written. */
function sayingOf(line: string): string | undefined {
  const text = line.slice(17);
  return line === `${digestOf(text)} ${text}` ? text : undefined;
}

/**
 * Reads a journal, up to the first line that is damaged, and checks that it can be gone on from.
 * @param content the journal's bytes; they may end in the middle of a line
 * @param file the journal's name, for errors
 * @throws Failure `resume-journal` where it does not say what it is of, `resume-other-run` where that is another run,
 *   `resume-input-changed` where an input is not what it was.
 */
export function readJournal(
  content: Uint8Array,
  run: RunIdentity,
  inputs: readonly Input[],
  file: string,
): Journal {
  const text = Buffer.from(content.buffer, content.byteOffset, content.lastIndexOf(0x0a) + 1);
  const [head, ...lines] = text.toString('utf8').split('\n').slice(0, -1);
  if (head === undefined) return { steps: [], lengths: [] };
  checkHead(head, run, file);
  const steps: JournalStep[] = [];
  const lengths = [Buffer.byteLength(head) + 1];
  let from: Position = { inputs: 0, units: 0 };
  for (const line of lines) {
    const said = sayingOf(line);
    if (said === undefined) break;
    // Its digest says that this tool wrote it, and the head that it was this version.
    const step = JSON.parse(said) as JournalStep;
    checkInputs(step, inputsBetween(inputs, from, step.end));
    steps.push(step);
    lengths.push(lengths.at(-1)! + Buffer.byteLength(line) + 1);
    from = step.end;
  }
  return { steps, lengths };
}

function checkHead(head: string, run: RunIdentity, file: string): void {
  if (`${head}\n` === journalHead(run)) return;
  throw sayingOf(head) === undefined
    ? new Failure('the journal of the run that was broken off is damaged from its first line', {
        code: 'resume-journal',
        file,
        hint: 'Begin anew without --resume.',
      })
    : new Failure('the run that was broken off had other rules or options', {
        code: 'resume-other-run',
        file,
        hint: 'Give the options that it had, or begin anew without --resume.',
      });
}

function checkInputs({ inputs: before }: JournalStep, now: readonly InputIdentity[]): void {
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
}
