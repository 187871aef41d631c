/** A calibration as tables and lines of words: what the formats for people have in common. */
import type { ReportLanguage } from '../result/result.ts';
import { say, sayId, type MessageKey } from '../result/words.ts';
import { toolOutcomes, type Calibration, type Disagreement, type LanguageGroup } from './calibration.ts';
import type { Estimate } from '../result/estimate.ts';
import { excerpt } from './excerpt.ts';
import { humanOutcomes } from './label-set.ts';

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
  const all = calibration.disagreements.length;
  return {
    tables: [
      ...agreementTable(calibration, language),
      ...confusionTable(calibration, language),
      ...correlationTable(calibration, language),
    ],
    method: say('calibration.method', language, {
      calls: run.calls,
      seed: run.seed,
      resamples: run.resamples,
      pack: `${run.pack.id} ${run.pack.version}`,
    }),
    disagreementsTitle:
      all === 0
        ? say('calibration.no-disagreements', language)
        : say('calibration.disagreements', language, { shown: shown.length, all }),
    disagreements: shown.map((each) => disagreementOf(each, language)),
  };
}

function groupText(group: LanguageGroup, language: ReportLanguage): string {
  return group === 'all' ? say('calibration.all', language) : group;
}

/** Headings in a language. */
function headings(language: ReportLanguage) {
  return {
    left: (key: MessageKey) => ({ heading: say(key, language), align: 'left' as const }),
    right: (key: MessageKey) => ({ heading: say(key, language), align: 'right' as const }),
  };
}

const figureKeys = ['n', 'positives', 'found', 'precision', 'recall', 'f1', 'kappa'] as const;

function agreementTable({ agreement, kind }: Calibration, language: ReportLanguage): readonly PageTable[] {
  if (agreement.length === 0) return [];
  const { left, right } = headings(language);
  return [
    {
      title: say('calibration.agreement', language),
      columns: [
        left(kind === 'turns' ? 'rules.moment' : 'rules.criterion'),
        left('calibration.language'),
        ...figureKeys.map((key) => right(`calibration.${key}`)),
      ],
      rows: agreement.map((each) => [
        each.id,
        groupText(each.language, language),
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

function confusionTable({ confusion }: Calibration, language: ReportLanguage): readonly PageTable[] {
  if (confusion.length === 0) return [];
  const { left } = headings(language);
  return [
    {
      title: say('calibration.outcomes', language),
      columns: [
        left('rules.criterion'),
        left('calibration.language'),
        left('calibration.of-people'),
        ...toolOutcomes.map((outcome) => ({
          heading: say('calibration.of-tool', language, { outcome: say(`outcome.${outcome}`, language) }),
          align: 'right' as const,
        })),
      ],
      rows: confusion.flatMap(({ criterion, language: group, counts }) =>
        humanOutcomes.map((human) => [
          criterion,
          groupText(group, language),
          say(`outcome.${human}`, language),
          ...toolOutcomes.map((outcome) => String(counts[human][outcome])),
        ]),
      ),
    },
  ];
}

function correlationTable({ correlations }: Calibration, language: ReportLanguage): readonly PageTable[] {
  if (correlations.length === 0) return [];
  const { left, right } = headings(language);
  return [
    {
      title: say('calibration.correlations', language),
      columns: [
        left('calibration.grade'),
        left('calibration.language'),
        right('calibration.n'),
        right('calibration.spearman'),
        right('calibration.kendall'),
      ],
      rows: correlations.map(({ grade, language: group, n, spearman, kendall }) => [
        grade,
        groupText(group, language),
        String(n),
        figure(spearman),
        figure(kendall),
      ]),
    },
  ];
}

function disagreementOf(each: Disagreement, language: ReportLanguage): PageDisagreement {
  const said = (words: string): string =>
    each.kind === 'outcome' ? sayId('outcome', words, language) : words === '' ? '–' : words;
  const quotes = each.quotes.slice(0, mostQuotes).map((quote) =>
    say('calibration.quote', language, {
      turn: quote.turn,
      speaker: sayId('speaker', quote.speaker, language),
      quote: excerpt(quote),
    }),
  );
  const { phrase } = each;
  return {
    heading: `${say(`calibration.${each.kind}`, language)} · ${each.id} · ${each.call}`,
    verdict: say('calibration.verdict', language, { human: said(each.human), tool: said(each.tool) }),
    quotes,
    ...(phrase === undefined
      ? {}
      : {
          phrase: say('calibration.phrase', language, {
            phrase: phrase.text,
            place: `${phrase.file}:${phrase.line}:${phrase.column}`,
            wrong: phrase.wrong,
            hits: phrase.hits,
          }),
        }),
  };
}
