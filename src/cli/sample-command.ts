/** `callqa sample PATH…`: which calls a person should review. */
import { createDuplicates } from '../batch/analysis/duplicates.ts';
import { drawSample, candidateOf, type Candidate, type Drawn } from '../batch/analysis/sample.ts';
import { glossaryOf } from '../batch/glossary.ts';
import type { ScoreSetup } from '../batch/score-unit.ts';
import { builtinPack } from '../pack/builtin.ts';
import { csvRow } from '../report/csv-row.ts';
import { scoreText } from '../report/figures.ts';
import { jsonText } from '../report/json-text.ts';
import { namingOf } from '../report/naming.ts';
import type { ReportOptions } from '../report/options.ts';
import { tableLines } from '../report/table.ts';
import { visible } from '../report/visible.ts';
import { say } from '../result/words.ts';
import { copiesWarnings } from './analysis-warnings.ts';
import { complaint } from './complain.ts';
import { heardText } from './heard-text.ts';
import type { Io } from './io.ts';
import { lookOf } from './look.ts';
import { namedSpeakers } from './named-speakers.ts';
import { createOftenHeard } from './often-heard.ts';
import type { BatchFlags, GateFlags, ReadFlags, ReportFlags } from './options.ts';
import { createOutputGuard } from './output-guard.ts';
import { ownPackOf } from './pack-option.ts';
import { startProgress } from './progress.ts';
import { readOptions } from './reading.ts';
import { inputsOf, scoreUnits } from './score-units.ts';
import { toolName } from './version.ts';
import { writeOutput } from './write-output.ts';

export interface SampleFlags
  extends ReadFlags, ReportFlags, Pick<GateFlags, 'failUnder'>, Pick<BatchFlags, 'jobs'> {
  readonly n: number;
  readonly seed: number;
  readonly format: 'text' | 'csv' | 'json';
}

/** Returns the exit code: 2 where an input could not be read, else 0. */
export async function sampleCommand(paths: readonly string[], flags: SampleFlags, io: Io): Promise<number> {
  const own = await ownPackOf(flags, io);
  const { pack } = own ?? builtinPack();
  const setup: ScoreSetup = {
    tool: toolName(),
    redact: flags.redact,
    reading: readOptions(flags),
    verbose: flags.verbose === true,
    language: flags.lang,
    records: { metaKeys: [] },
    ...(own === undefined ? {} : { pack: own }),
  };
  const drawing = {
    seed: flags.seed,
    thresholds: [
      ...pack.scorecard.grades.map(({ from }) => from).filter((from) => from > 0),
      ...(flags.failUnder === undefined ? [] : [flags.failUnder]),
    ],
  };
  const candidates: Candidate[] = [];
  const duplicates = createDuplicates();
  let scored = 0;
  let unread = false;
  const often = createOftenHeard();
  const named = namedSpeakers(flags);
  const progress = await startProgress('reading', io);
  try {
    const inputs = createOutputGuard(flags.output, io).apart(
      await inputsOf(paths, io),
      ({ source }) => source,
    );
    for await (const { planned, outcomes } of scoreUnits(inputs, setup, { jobs: flags.jobs })) {
      for (const heard of [...planned.heard, ...outcomes.flatMap((outcome) => outcome.heard)]) {
        if (often.isShown(heard)) progress.beside(heardText(heard, true));
      }
      for (const { records, errors, labels } of outcomes) {
        for (const record of records) {
          scored++;
          // Nobody should review a call twice, nor a sample be smaller than it looks.
          if (!duplicates.add(record)) candidates.push(candidateOf(record, scored, drawing));
        }
        unread ||= errors.length > 0;
        named.add(labels);
      }
      progress.update(`${scored} ${scored === 1 ? 'call' : 'calls'}`);
    }
  } finally {
    progress.stop();
    io.stderr.write(often.rest());
  }
  io.stderr.write(named.warning());
  const { copies } = duplicates.finish();
  for (const warning of copiesWarnings(copies, 'Of those that are the same only the first may be drawn.')) {
    io.stderr.write(complaint(warning, 'warning'));
  }
  const options: ReportOptions = {
    language: flags.lang,
    glossary: glossaryOf(pack),
    ...(await lookOf(io, flags.output !== undefined)),
  };
  await writeOutput(
    flags.output,
    formats[flags.format](drawSample(candidates, flags.n), options, candidates.length),
    io,
  );
  return unread ? 2 : 0;
}

type SampleFormat = (drawn: readonly Drawn[], options: ReportOptions, calls: number) => string;

const formats: Readonly<Record<SampleFlags['format'], SampleFormat>> = {
  text: (drawn, options, calls) => {
    const { language, width, chalk } = options;
    const rows = drawn.map((one) =>
      [
        visible(one.id),
        scoreText(one.total),
        one.verdict === undefined ? '–' : say(`verdict.${one.verdict}`, language),
        one.agent === undefined ? '–' : visible(one.agent),
        say(`sample.${one.why}`, language),
        visible(placeOf(one)),
      ].map((text) => ({ text })),
    );
    const columns = [
      { heading: say('label.call', language), shrinks: true },
      { heading: say('label.score', language), align: 'right' as const },
      { heading: say('label.verdict', language) },
      { heading: say('label.agent', language) },
      { heading: say('sample.why', language) },
      { heading: say('label.source', language), shrinks: true },
    ];
    return [
      say('sample.of', language, { n: drawn.length, of: calls }),
      '',
      ...(rows.length === 0 ? [] : tableLines(columns, rows, width, chalk.bold)),
      '',
    ].join('\n');
  },
  csv: (drawn, { language, glossary }) =>
    // The last columns are for whoever reviews, and the criterion where the machine found nothing; filled in, the file is
    // one of reviews for `audit`, which is why no other column may be called as one of theirs.
    csvRow([
      'call',
      'source',
      'line',
      'agent',
      'score',
      'grade',
      'verdict',
      'drawn_as',
      'criterion',
      'criterion_title',
      'decision',
      'reviewer',
      'reason',
    ]) +
    drawn
      .map((one) =>
        csvRow([
          one.id,
          one.source,
          one.line ?? null,
          one.agent ?? null,
          one.total,
          one.grade,
          one.verdict ?? null,
          one.why,
          one.finding ?? null,
          one.finding === undefined ? null : namingOf(glossary, language).criterion(one.finding),
          null,
          null,
          null,
        ]),
      )
      .join(''),
  json: (drawn, _, calls) =>
    `${jsonText(
      {
        calls,
        sample: drawn.map(({ strata: _strata, chance: _chance, ...one }) => one),
      },
      2,
    )}\n`,
};

function placeOf({ source, line }: Drawn): string {
  return line === undefined ? source : `${source}:${line}`;
}
