/** A calibration as tables and lines of words: what the formats for people have in common. */
import type { ReportLanguage } from '../result/result.ts';
import { toolOutcomes, type Calibration, type Disagreement } from './calibration.ts';
import type { Estimate } from '../result/estimate.ts';
import { excerpt } from './excerpt.ts';
import { humanOutcomes } from './label-set.ts';
import { word, type CalibrationWord } from './words.ts';

/** How the figures were made: printed below them, so that they can be had again. */
export interface CalibrationRun {
  readonly labels: string;
  /** The labelled calls that were there. */
  readonly calls: number;
  readonly seed: number;
  readonly resamples: number;
  readonly pack: { readonly id: string; readonly version: string; readonly sha256: string };
  readonly tool: string;
  /** How many disagreements are shown. */
  readonly disagreements: number;
}

export interface PageTable {
  readonly title: string;
  readonly columns: readonly { readonly heading: string; readonly align: 'left' | 'right' }[];
  readonly rows: readonly (readonly string[])[];
}

export interface PageDisagreement {
  readonly heading: string;
  /** Who said what. */
  readonly verdict: string;
  readonly quotes: readonly string[];
  readonly phrase?: string;
}

export interface CalibrationPage {
  readonly tables: readonly PageTable[];
  readonly method: string;
  readonly disagreementsTitle: string;
  readonly disagreements: readonly PageDisagreement[];
}

/** Of the evidence of one disagreement no more than this is shown to people. */
const mostQuotes = 4;

/** `0.86 [0.80–0.91]`, `–` where there is nothing. */
function figure({ value, interval }: Estimate): string {
  if (value === null) return '–';
  const shown = value.toFixed(2);
  return interval === null ? shown : `${shown} [${interval.low.toFixed(2)}–${interval.high.toFixed(2)}]`;
}

/** Sets a calibration out in a language. */
export function calibrationPage(
  calibration: Calibration,
  run: CalibrationRun,
  language: ReportLanguage,
): CalibrationPage {
  const shown = calibration.disagreements.slice(0, run.disagreements);
  const say = (key: CalibrationWord): string => word(key, language);
  return {
    tables: [
      ...agreementTable(calibration, say),
      ...confusionTable(calibration, say),
      ...correlationTable(calibration, say),
    ],
    method: word('method', language, {
      calls: run.calls,
      seed: run.seed,
      resamples: run.resamples,
      pack: `${run.pack.id} ${run.pack.version}`,
    }),
    disagreementsTitle:
      calibration.disagreements.length === 0
        ? say('no-disagreements')
        : word('disagreements', language, { shown: shown.length, all: calibration.disagreements.length }),
    disagreements: shown.map((each) => disagreementOf(each, language)),
  };
}

function group(language: string, say: (key: CalibrationWord) => string): string {
  return language === 'all' ? say('all') : language;
}

const left = (heading: string) => ({ heading, align: 'left' as const });
const right = (heading: string) => ({ heading, align: 'right' as const });

function agreementTable(
  { agreement, kind }: Calibration,
  say: (key: CalibrationWord) => string,
): readonly PageTable[] {
  if (agreement.length === 0) return [];
  return [
    {
      title: say('agreement'),
      columns: [
        left(say(kind === 'turns' ? 'moment' : 'criterion')),
        left(say('language')),
        ...(['n', 'positives', 'found', 'precision', 'recall', 'f1', 'kappa'] as const).map((key) =>
          right(say(key)),
        ),
      ],
      rows: agreement.map((each) => [
        each.id,
        group(each.language, say),
        String(each.n),
        String(each.positives),
        String(each.found),
        figure(each.precision),
        figure(each.recall),
        figure(each.f1),
        each.kappa === null ? '–' : each.kappa.toFixed(2),
      ]),
    },
  ];
}

function confusionTable(
  { confusion }: Calibration,
  say: (key: CalibrationWord) => string,
): readonly PageTable[] {
  if (confusion.length === 0) return [];
  return [
    {
      title: say('confusion'),
      columns: [
        left(say('criterion')),
        left(say('language')),
        left(say('of-people')),
        ...toolOutcomes.map((outcome) => right(`${say('tool')}: ${say(outcome)}`)),
      ],
      rows: confusion.flatMap(({ criterion, language, counts }) =>
        humanOutcomes.map((human) => [
          criterion,
          group(language, say),
          say(human),
          ...toolOutcomes.map((outcome) => String(counts[human][outcome])),
        ]),
      ),
    },
  ];
}

function correlationTable(
  { correlations }: Calibration,
  say: (key: CalibrationWord) => string,
): readonly PageTable[] {
  if (correlations.length === 0) return [];
  return [
    {
      title: say('correlations'),
      columns: [
        left(say('grade')),
        left(say('language')),
        right(say('n')),
        right(say('spearman')),
        right(say('kendall')),
      ],
      rows: correlations.map(({ grade, language, n, spearman, kendall }) => [
        grade,
        group(language, say),
        String(n),
        figure(spearman),
        figure(kendall),
      ]),
    },
  ];
}

function disagreementOf(each: Disagreement, language: ReportLanguage): PageDisagreement {
  const outcomeOr = (said: string): string =>
    each.kind === 'outcome' ? word(said as CalibrationWord, language) : said === '' ? '–' : said;
  const quotes = each.quotes
    .slice(0, mostQuotes)
    .map((quote) => `${word('turn', language, { turn: quote.turn })} ${quote.speaker}: ${excerpt(quote)}`);
  const { phrase } = each;
  return {
    heading: `${word(each.kind, language)} · ${each.id} · ${each.call}`,
    verdict: `${word('human', language)}: ${outcomeOr(each.human)}; ${word('tool', language)}: ${outcomeOr(each.tool)}`,
    quotes,
    ...(phrase === undefined
      ? {}
      : {
          phrase: word('phrase', language, {
            phrase: phrase.text,
            place: `${phrase.file}:${phrase.line}:${phrase.column}`,
            wrong: phrase.wrong,
            hits: phrase.hits,
          }),
        }),
  };
}
