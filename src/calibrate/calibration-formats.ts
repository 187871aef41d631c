/** The formats of `calibrate`, by name. */
import type { ChalkInstance } from 'chalk';
import { csvRow } from '../report/csv-row.ts';
import { jsonText } from '../report/json-text.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { markdownText } from '../report/markdown-text.ts';
import { tableLines } from '../report/table.ts';
import { visible } from '../report/visible.ts';
import { hanging } from '../report/wrap.ts';
import type { ReportLanguage } from '../result/result.ts';
import { calibrationPage, type CalibrationRun } from './calibration-page.ts';
import { toolOutcomes, type Calibration } from './calibration.ts';
import type { Estimate } from '../result/estimate.ts';
import { excerpt } from './excerpt.ts';
import { humanOutcomes } from './label-set.ts';

export type CalibrationFormat = 'text' | 'json' | 'csv' | 'markdown';

interface CalibrationLook {
  readonly language: ReportLanguage;
  /** Columns of the terminal; `Infinity` where there is none. */
  readonly width: number;
  readonly chalk: ChalkInstance;
}

type Render = (calibration: Calibration, run: CalibrationRun, look: CalibrationLook) => string;

/** Each gives the report with its final line break. */
export const calibrationFormats: Readonly<Record<CalibrationFormat, Render>> = { text, json, csv, markdown };

function text(
  calibration: Calibration,
  run: CalibrationRun,
  { language, width, chalk }: CalibrationLook,
): string {
  const page = calibrationPage(calibration, run, language);
  const blocks = page.tables.map(({ title, columns, rows }) => [
    chalk.bold(title),
    ...tableLines(
      columns,
      rows.map((row) => row.map((text) => ({ text: visible(text) }))),
      width,
      chalk.dim,
    ),
  ]);
  blocks.push(hanging('', [{ text: page.method, paint: chalk.dim }], width).slice());
  blocks.push([chalk.bold(page.disagreementsTitle)]);
  for (const [index, each] of page.disagreements.entries()) {
    const details = [
      { text: visible(each.verdict) },
      ...each.quotes.map((quote) => ({ text: quote })),
      ...(each.phrase === undefined ? [] : [{ text: visible(each.phrase), paint: chalk.dim }]),
    ];
    blocks.push([
      ...hanging(`${index + 1}. `, [{ text: visible(each.heading), paint: chalk.yellow }], width),
      ...details.flatMap((piece) => hanging('   ', [piece], width)),
    ]);
  }
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function markdown(calibration: Calibration, run: CalibrationRun, { language }: CalibrationLook): string {
  const page = calibrationPage(calibration, run, language);
  return `${[
    ...page.tables.map(
      ({ title, columns, rows }) => `## ${markdownText(title)}\n\n${markdownTable(columns, rows)}`,
    ),
    markdownText(page.method),
    `## ${markdownText(page.disagreementsTitle)}`,
    ...page.disagreements.map(({ heading, verdict, quotes, phrase }, index) =>
      [
        `${index + 1}. **${markdownText(heading)}**`,
        ...[verdict, ...quotes, ...(phrase === undefined ? [] : [phrase])].map(
          (line) => `   - ${markdownText(line)}`,
        ),
      ].join('\n'),
    ),
  ].join('\n\n')}\n`;
}

function json(calibration: Calibration, run: CalibrationRun): string {
  const { disagreements, warnings, ...figures } = calibration;
  const { disagreements: most, ...made } = run;
  return `${jsonText(
    {
      schema: 'callqa/calibration@1',
      ...made,
      ...figures,
      disagreements: disagreements.slice(0, most),
      disagreementCount: disagreements.length,
      warnings,
    },
    2,
  )}\n`;
}

const columns = [
  'record',
  'id',
  'language',
  'n',
  'positives',
  'found',
  'both',
  ...['precision', 'recall', 'f1'].flatMap((name) => [name, `${name}_low`, `${name}_high`]),
  'kappa',
  ...['spearman', 'kendall'].flatMap((name) => [name, `${name}_low`, `${name}_high`]),
  'human',
  'tool',
  'calls',
  'kind',
  'call',
  'turn',
  'quote',
  'phrase',
  'phrase_place',
] as const;

/**
 * One table: `record` says what a row is (`agreement`, `outcomes`, `correlation`, `disagreement`), and each kind of row
 * fills its own columns. Names and ids are the same in every language.
 */
function csv(calibration: Calibration, run: CalibrationRun): string {
  const row = (values: Readonly<Record<string, string | number | null>>): string =>
    csvRow(columns.map((column) => values[column] ?? null));
  const estimate = (name: string, { value, interval }: Estimate) => ({
    [name]: value,
    [`${name}_low`]: interval?.low ?? null,
    [`${name}_high`]: interval?.high ?? null,
  });
  return [
    csvRow(columns),
    ...calibration.agreement.map(({ precision, recall, f1, ...rest }) =>
      row({
        record: 'agreement',
        ...rest,
        ...estimate('precision', precision),
        ...estimate('recall', recall),
        ...estimate('f1', f1),
      }),
    ),
    ...calibration.confusion.flatMap(({ criterion, language, counts }) =>
      humanOutcomes.flatMap((human) =>
        toolOutcomes.map((tool) =>
          row({ record: 'outcomes', id: criterion, language, human, tool, calls: counts[human][tool] }),
        ),
      ),
    ),
    ...calibration.correlations.map(({ grade, language, n, spearman, kendall }) =>
      row({
        record: 'correlation',
        id: grade,
        language,
        n,
        ...estimate('spearman', spearman),
        ...estimate('kendall', kendall),
      }),
    ),
    ...calibration.disagreements
      .slice(0, run.disagreements)
      .map(({ kind, id, call, language, human, tool, quotes, phrase }) =>
        row({
          record: 'disagreement',
          kind,
          id,
          call,
          language,
          human,
          tool,
          turn: quotes[0]?.turn ?? null,
          quote: quotes.map((quote) => excerpt(quote)).join(' / '),
          ...(phrase === undefined
            ? {}
            : {
                phrase: phrase.text,
                phrase_place: `${phrase.file}:${phrase.line}:${phrase.column}`,
              }),
        }),
      ),
  ].join('');
}
