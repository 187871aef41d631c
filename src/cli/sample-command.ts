/** `callqa sample PATH…`: which calls a person should review. */
import { drawSample, candidateOf, type Candidate, type Drawn } from '../batch/analysis/sample.ts';
import { createEvaluator } from '../batch/evaluate.ts';
import { glossaryOf } from '../batch/glossary.ts';
import { csvRow } from '../report/csv-row.ts';
import { scoreText } from '../report/figures.ts';
import { jsonText } from '../report/json-text.ts';
import { namingOf } from '../report/naming.ts';
import type { ReportOptions } from '../report/options.ts';
import { tableLines } from '../report/table.ts';
import { visible } from '../report/visible.ts';
import { say } from '../result/words.ts';
import { complaint } from './complain.ts';
import type { Io } from './io.ts';
import { lookOf } from './look.ts';
import type { GateFlags, ReadFlags, ReportFlags } from './options.ts';
import { packOf } from './pack-option.ts';
import { startProgress } from './progress.ts';
import { readPaths } from './reading.ts';
import { toolName } from './version.ts';
import { writeOutput } from './write-output.ts';

export interface SampleFlags extends ReadFlags, ReportFlags, Pick<GateFlags, 'failUnder'> {
  readonly n: number;
  readonly seed: number;
  readonly format: 'text' | 'csv' | 'json';
}

/** Returns the exit code: 2 where an input could not be read, else 0. */
export async function sampleCommand(paths: readonly string[], flags: SampleFlags, io: Io): Promise<number> {
  const compiled = await packOf(flags, io);
  const { pack } = compiled;
  const evaluator = createEvaluator(compiled, { tool: toolName(), redact: flags.redact });
  const drawing = {
    seed: flags.seed,
    thresholds: [
      ...pack.scorecard.grades.map(({ from }) => from).filter((from) => from > 0),
      ...(flags.failUnder === undefined ? [] : [flags.failUnder]),
    ],
  };
  const candidates: Candidate[] = [];
  let unread = false;
  const progress = await startProgress('reading', io);
  try {
    for await (const item of readPaths(paths, flags, io)) {
      if ('failure' in item) {
        unread = true;
        io.stderr.write(complaint(item.failure));
        continue;
      }
      const { record } = evaluator.recorded(item.call, item.source);
      candidates.push(candidateOf(record, candidates.length + 1, drawing));
      progress.update(`${candidates.length} calls`);
    }
  } finally {
    progress.stop();
  }
  const options: ReportOptions = {
    language: flags.lang,
    glossary: glossaryOf(pack),
    ...lookOf(io, flags.output !== undefined),
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
    // The last columns are for whoever reviews; filled in, the file is one of reviews for `audit`.
    csvRow([
      'call',
      'source',
      'line',
      'agent',
      'score',
      'grade',
      'verdict',
      'why',
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
