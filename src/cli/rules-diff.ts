/** `callqa rules diff PACK_A PACK_B --calls PATH…`: which calls another pack judges otherwise, and why. */
import { createEvaluator } from '../batch/evaluate.ts';
import { packDiff, type CallChange, type PackDiff, type Transition } from '../calibrate/diff.ts';
import { excerpt } from '../calibrate/excerpt.ts';
import { csvRow } from '../report/csv-row.ts';
import { scoreText } from '../report/figures.ts';
import { jsonText } from '../report/json-text.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { markdownText } from '../report/markdown-text.ts';
import { tableLines } from '../report/table.ts';
import { visible } from '../report/visible.ts';
import { hanging } from '../report/wrap.ts';
import type { CriterionResult, ReportLanguage, VerdictResult } from '../result/result.ts';
import { say, type MessageKey } from '../result/words.ts';
import { complaint } from './complain.ts';
import type { Io } from './io.ts';
import { lookOf, type Look } from './look.ts';
import type { ReadFlags, ReportFlags } from './options.ts';
import { packAt, packOrConfigAt } from './pack-option.ts';
import { startProgress } from './progress.ts';
import { readPaths } from './reading.ts';
import { toolName } from './version.ts';
import { writeOutput } from './write-output.ts';

type DiffFormat = 'text' | 'json' | 'csv' | 'markdown';

export interface RulesDiffFlags extends ReadFlags, Pick<ReportFlags, 'lang' | 'output' | 'redact'> {
  readonly calls: readonly string[];
  readonly limit: number;
  readonly format: DiffFormat;
}

interface Named {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}

interface DiffRun {
  readonly before: Named;
  readonly after: Named;
  /** As they were named on the command line. */
  readonly names: Readonly<Record<'before' | 'after', string>>;
  readonly limit: number;
}

/** What names the built-in pack. */
const builtin = 'builtin';

/** Returns the exit code: 2 where a transcript could not be read, else 0. */
export async function rulesDiffCommand(
  before: string,
  after: string,
  flags: RulesDiffFlags,
  io: Io,
): Promise<number> {
  const [first, second] = await Promise.all(
    [before, after].map((name) => (name === builtin ? packAt(undefined, io) : packOrConfigAt(name, io))),
  );
  const options = { tool: toolName(), redact: flags.redact };
  const [one, other] = [createEvaluator(first!, options), createEvaluator(second!, options)];
  const { add, finish } = packDiff();
  let unread = false;
  let read = 0;
  const progress = await startProgress('reading', io);
  try {
    for await (const item of readPaths(flags.calls, flags, io)) {
      if ('failure' in item) {
        unread = true;
        io.stderr.write(complaint(item.failure));
        continue;
      }
      add(one.score(item.call, item.source), other.score(item.call, item.source));
      progress.update(`${++read} calls`);
    }
  } finally {
    progress.stop();
  }
  const named = ({ id, version, sha256 }: Named): Named => ({ id, version, sha256 });
  const run = {
    before: named(first!.pack),
    after: named(second!.pack),
    names: { before, after },
    limit: flags.limit,
  };
  const look = { language: flags.lang, ...(await lookOf(io, flags.output !== undefined)) };
  await writeOutput(flags.output, formats[flags.format](finish(), run, look), io);
  return unread ? 2 : 0;
}

type DiffLook = Look & { readonly language: ReportLanguage };

const formats: Readonly<Record<DiffFormat, (diff: PackDiff, run: DiffRun, look: DiffLook) => string>> = {
  text,
  json,
  csv,
  markdown,
};

const shown = (value: string | null): string => value ?? '–';
const signed = (count: number, sign: '+' | '-'): string => (count === 0 ? '' : `${sign}${count}`);

type Verdict = VerdictResult['verdict'];
type Outcome = CriterionResult['outcome'];

/** What people read of a value, in their language; `–` where a pack has nothing of the kind. */
function shownIn(language: ReportLanguage) {
  return {
    verdict: (value: Verdict | null): string =>
      value === null ? shown(value) : say(`diff.verdict.${value}`, language),
    outcome: (value: Outcome | null): string =>
      value === null ? shown(value) : say(`diff.outcome.${value}`, language),
  };
}

function summaryOf(diff: PackDiff, run: DiffRun, language: ReportLanguage): string {
  const { calls, changed, better, worse, unmoved, meanScore } = diff;
  const titleOf = ({ id, version }: Named): string => `${id} ${version}`;
  // Rules that others were added to are still called by their own name.
  const alike = titleOf(run.before) === titleOf(run.after);
  const nameOf = (side: 'before' | 'after'): string => {
    const pack = titleOf(run[side]);
    return alike ? say('diff.named', language, { pack, name: visible(run.names[side]) }) : pack;
  };
  return say('diff.summary', language, {
    before: nameOf('before'),
    after: nameOf('after'),
    changed,
    calls,
    better,
    worse,
    unmoved,
    from: scoreText(meanScore.before),
    to: scoreText(meanScore.after),
  });
}

function tablesOf({ verdicts, criteria, moments }: PackDiff, language: ReportLanguage) {
  const left = (heading: MessageKey) => ({ heading: say(heading, language) });
  const right = (heading: MessageKey) => ({ ...left(heading), align: 'right' as const });
  const transitions = <T extends string>(
    title: MessageKey,
    thing: MessageKey,
    rows: readonly Transition<T>[],
    show: (value: T | null) => string,
  ) => ({
    title: say(title, language),
    columns: [left(thing), left('diff.before'), left('diff.after'), right('diff.calls')],
    rows: rows.map(({ id, before, after, calls }) => [id, show(before), show(after), String(calls)]),
  });
  const show = shownIn(language);
  return [
    transitions('diff.verdicts', 'diff.allegation', verdicts, show.verdict),
    transitions('diff.outcomes', 'rules.criterion', criteria, show.outcome),
    {
      title: say('rules.moments', language),
      columns: [left('rules.moment'), right('diff.gained'), right('diff.lost')],
      rows: moments.map(({ id, gained, lost }) => [id, signed(gained, '+'), signed(lost, '-')]),
    },
  ].filter(({ rows }) => rows.length > 0);
}

function headingOf({ call, score, grade, verdicts }: CallChange, language: ReportLanguage): string {
  const change = <T>(one: T, other: T, show: (value: T) => string): string =>
    one === other ? show(one) : `${show(one)} → ${show(other)}`;
  const { verdict } = shownIn(language);
  return [
    call,
    change(score.before, score.after, scoreText),
    change(grade.before, grade.after, shown),
    ...verdicts.map(({ allegation, before, after }) =>
      say('diff.changed', language, { id: allegation, change: change(before, after, verdict) }),
    ),
  ].join(' · ');
}

/** Why: outcomes with the words they rest on, moments that came and went, weights. */
function reasonsOf(
  { criteria, gained, lost, weights }: CallChange,
  language: ReportLanguage,
): readonly string[] {
  const { outcome } = shownIn(language);
  const moment = (key: 'diff.moment-gained' | 'diff.moment-lost') => (each: CallChange['gained'][number]) =>
    say(key, language, { id: each.id, turn: each.turn, quote: excerpt({ text: each.quote }) });
  return [
    ...criteria.map(({ id, before, after, evidence: [first] }) => {
      const change = `${outcome(before)} → ${outcome(after)}`;
      return first === undefined
        ? say('diff.changed', language, { id, change })
        : say('diff.changed-by', language, {
            id,
            change,
            turn: first.turn,
            quote: excerpt({ text: first.quote }),
          });
    }),
    ...gained.map(moment('diff.moment-gained')),
    ...lost.map(moment('diff.moment-lost')),
    ...(weights.length === 0
      ? []
      : [say('diff.points', language, { criteria: weights.join(say('punctuation.list', language)) })]),
  ];
}

function text(diff: PackDiff, run: DiffRun, { language, width, chalk }: DiffLook): string {
  const blocks: (readonly string[])[] = [
    hanging('', [{ text: summaryOf(diff, run, language) }], width),
    ...tablesOf(diff, language).map(({ title, columns, rows }) => [
      chalk.bold(title),
      ...tableLines(
        columns,
        rows.map((row) => row.map((cell) => ({ text: visible(cell) }))),
        width,
        chalk.dim,
      ),
    ]),
    ...diff.changes
      .slice(0, run.limit)
      .map((change) => [
        ...hanging('', [{ text: visible(headingOf(change, language)), paint: chalk.yellow }], width),
        ...reasonsOf(change, language).flatMap((reason) => hanging('  ', [{ text: reason }], width)),
      ]),
  ];
  const more = diff.changes.length - run.limit;
  if (more > 0) blocks.push([chalk.dim(say('diff.more', language, { count: more }))]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function markdown(diff: PackDiff, run: DiffRun, { language }: DiffLook): string {
  return `${[
    markdownText(summaryOf(diff, run, language)),
    ...tablesOf(diff, language).map(
      ({ title, columns, rows }) => `## ${markdownText(title)}\n\n${markdownTable(columns, rows)}`,
    ),
    ...diff.changes.slice(0, run.limit).map((change) =>
      [
        `### ${markdownText(headingOf(change, language))}`,
        reasonsOf(change, language)
          .map((reason) => `- ${markdownText(reason)}`)
          .join('\n'),
      ].join('\n\n'),
    ),
  ].join('\n\n')}\n`;
}

/** Everything, whatever the limit. */
function json(diff: PackDiff, { before, after }: DiffRun): string {
  return `${jsonText({ schema: 'callqa/rules-diff@1', before, after, ...diff }, 2)}\n`;
}

/** A row a call that changes, whatever the limit. */
function csv({ changes }: PackDiff): string {
  return [
    csvRow(
      'call source score_before score_after grade_before grade_after verdict_before verdict_after criteria gained lost'.split(
        ' ',
      ),
    ),
    ...changes.map(({ call, source, score, grade, verdicts, criteria, gained, lost }) =>
      csvRow([
        call,
        source,
        score.before,
        score.after,
        grade.before,
        grade.after,
        verdicts.map(({ before }) => shown(before)).join(' '),
        verdicts.map(({ after }) => shown(after)).join(' '),
        criteria.map(({ id, before, after }) => `${id}: ${shown(before)} → ${shown(after)}`).join('; '),
        gained.map(({ id, quote }) => `${id}: ${quote}`).join('; '),
        lost.map(({ id, quote }) => `${id}: ${quote}`).join('; '),
      ]),
    ),
  ].join('');
}
