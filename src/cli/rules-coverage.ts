/** `callqa rules coverage --calls PATH…`: how often each phrase hits, and where nothing is heard. */
import { coverageOf, type Coverage, type MomentCoverage } from '../calibrate/coverage.ts';
import { excerpt } from '../calibrate/excerpt.ts';
import { Failure, formatPlace } from '../call/failure.ts';
import { csvRow } from '../report/csv-row.ts';
import { shareText } from '../report/figures.ts';
import { jsonText } from '../report/json-text.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { markdownText } from '../report/markdown-text.ts';
import { tableLines } from '../report/table.ts';
import { visible } from '../report/visible.ts';
import { hanging } from '../report/wrap.ts';
import type { ReportLanguage } from '../result/result.ts';
import { say, type MessageKey } from '../result/words.ts';
import { complaint } from './complain.ts';
import type { Io } from './io.ts';
import { lookOf } from './look.ts';
import type { ReadFlags, ReportFlags } from './options.ts';
import { packOf } from './pack-option.ts';
import { startProgress } from './progress.ts';
import { readPaths } from './reading.ts';
import { writeOutput } from './write-output.ts';

type CoverageFormat = 'text' | 'json' | 'csv' | 'markdown';

export interface RulesCoverageFlags extends ReadFlags, ReportFlags {
  readonly calls: readonly string[];
  readonly moment?: readonly string[];
  readonly sample: number;
  readonly seed: number;
  readonly format: CoverageFormat;
}

/** Returns the exit code: 2 where a transcript could not be read, else 0. */
export async function rulesCoverageCommand(flags: RulesCoverageFlags, io: Io): Promise<number> {
  const compiled = await packOf(flags, io);
  const { pack } = compiled;
  const asked = new Set(flags.moment ?? pack.moments.map(({ id }) => id));
  for (const id of asked) {
    if (pack.moments.some((moment) => moment.id === id)) continue;
    throw new Failure(`the pack ${pack.id} has no moment called ${id}`, {
      code: 'unknown-rule',
      hint: 'Run `callqa rules list` to see what there is.',
    });
  }
  const { add, finish } = coverageOf(compiled, flags);
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
      add(item.call, item.source);
      progress.update(`${++read} calls`);
    }
  } finally {
    progress.stop();
  }
  const all = finish();
  const coverage = { ...all, moments: all.moments.filter(({ id }) => asked.has(id)) };
  await writeOutput(flags.output, await formats[flags.format](coverage, flags, io), io);
  return unread ? 2 : 0;
}

const formats: Readonly<
  Record<CoverageFormat, (coverage: Coverage, flags: RulesCoverageFlags, io: Io) => string | Promise<string>>
> = { text, json, csv, markdown };

interface Table {
  readonly title: string;
  readonly columns: readonly {
    readonly heading: string;
    readonly align?: 'right';
    readonly shrinks?: true;
  }[];
  readonly rows: readonly (readonly string[])[];
}

function tablesOf({ calls, moments }: Coverage, language: ReportLanguage): readonly Table[] {
  const left = (heading: MessageKey) => ({ heading: say(heading, language) });
  const right = (heading: MessageKey) => ({ ...left(heading), align: 'right' as const });
  const phraseAndPlace = [{ ...left('coverage.phrase'), shrinks: true as const }, left('coverage.place')];
  const never = (moment: MomentCoverage) => moment.phrases.filter(({ hits }) => hits === 0);
  const phrases = moments.reduce((sum, moment) => sum + moment.phrases.length, 0);
  const unheard = moments.flatMap((moment) => never(moment).map((phrase) => ({ moment, phrase })));
  return [
    {
      title: say('coverage.moments', language, { calls }),
      columns: [
        left('rules.moment'),
        left('rules.said-by'),
        right('coverage.found'),
        right('coverage.calls'),
        right('coverage.share'),
        right('rules.phrases-column'),
        right('coverage.never'),
      ],
      rows: moments.map((moment) => [
        moment.id,
        say(`speaker.${moment.speaker}`, language),
        String(moment.found),
        String(moment.calls),
        shareText(moment.calls, calls),
        String(moment.phrases.length),
        String(never(moment).length),
      ]),
    },
    ...moments
      .filter((moment) => moment.phrases.some(({ hits }) => hits > 0))
      .map((moment) => ({
        title: moment.id,
        columns: [
          right('coverage.hits'),
          right('coverage.calls'),
          right('coverage.share'),
          right('coverage.dropped'),
          ...phraseAndPlace,
        ],
        rows: moment.phrases
          .filter(({ hits }) => hits > 0)
          .map((phrase) => [
            String(phrase.hits),
            String(phrase.calls),
            shareText(phrase.calls, calls),
            String(phrase.dropped),
            phrase.text,
            formatPlace(phrase.origin),
          ]),
      })),
    {
      title: say('coverage.never-hit', language, { unheard: unheard.length, phrases }),
      columns: [left('rules.moment'), right('coverage.dropped'), ...phraseAndPlace],
      rows: unheard.map(({ moment, phrase }) => [
        moment.id,
        String(phrase.dropped),
        phrase.text,
        formatPlace(phrase.origin),
      ]),
    },
  ];
}

/** How many turns of each side hold no moment, and the sample of them. */
function silence({ turns, sample }: Coverage, { seed, lang: language }: RulesCoverageFlags) {
  return (['agent', 'customer'] as const).map((side) => ({
    title: say('coverage.silent', language, {
      side: say(`speaker.${side}`, language),
      ...turns[side],
      seed,
    }),
    turns: sample
      .filter(({ speaker }) => speaker === side)
      .map((each) => ({
        place: say('coverage.turn', language, { call: each.call, turn: each.turn }),
        text: excerpt(each),
      })),
  }));
}

async function text(coverage: Coverage, flags: RulesCoverageFlags, io: Io): Promise<string> {
  const { width, chalk } = await lookOf(io, flags.output !== undefined);
  return `${[
    ...tablesOf(coverage, flags.lang).map(({ title, columns, rows }) => [
      chalk.bold(title),
      ...(rows.length === 0
        ? []
        : tableLines(
            columns,
            rows.map((row) => row.map((cell) => ({ text: visible(cell) }))),
            width,
            chalk.dim,
          )),
    ]),
    ...silence(coverage, flags).map(({ title, turns }) => [
      chalk.bold(title),
      ...turns.flatMap(({ place, text }) => hanging(`  ${visible(place)}`, [{ text }], width)),
    ]),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function markdown(coverage: Coverage, flags: RulesCoverageFlags): string {
  return `${[
    ...tablesOf(coverage, flags.lang).map(
      ({ title, columns, rows }) =>
        `## ${markdownText(title)}${rows.length === 0 ? '' : `\n\n${markdownTable(columns, rows)}`}`,
    ),
    ...silence(coverage, flags).map(({ title, turns }) =>
      [
        `## ${markdownText(title)}`,
        ...(turns.length === 0
          ? []
          : [turns.map(({ place, text }) => `- ${markdownText(place + text)}`).join('\n')]),
      ].join('\n\n'),
    ),
  ].join('\n\n')}\n`;
}

function json(coverage: Coverage, { seed }: RulesCoverageFlags): string {
  return `${jsonText(
    {
      schema: 'callqa/rules-coverage@1',
      seed,
      ...coverage,
      moments: coverage.moments.map((moment) => ({
        ...moment,
        phrases: moment.phrases.map(({ origin, ...phrase }) => ({ ...phrase, ...origin })),
      })),
    },
    2,
  )}\n`;
}

/** A row a phrase, then a row for each turn of the sample; `record` says which. */
function csv({ moments, sample }: Coverage): string {
  const columns = ['record', 'moment', 'speaker', 'hits', 'dropped', 'calls', 'share', 'phrase', 'place'];
  return [
    csvRow([...columns, 'call', 'turn', 'text']),
    ...moments.flatMap(({ id, speaker, phrases }) =>
      phrases.map(({ hits, dropped, calls, share, text, origin }) =>
        csvRow([
          'phrase',
          id,
          speaker,
          hits,
          dropped,
          calls,
          share,
          text,
          formatPlace(origin),
          null,
          null,
          null,
        ]),
      ),
    ),
    ...sample.map(({ speaker, call, turn, text }) =>
      csvRow(['silent-turn', null, speaker, ...columns.slice(3).map(() => null), call, turn, text]),
    ),
  ].join('');
}
