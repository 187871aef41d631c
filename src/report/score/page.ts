/** What the report of many calls says, in words of its language, before it is laid out. */
import { findingsOf } from '../../result/findings.ts';
import { gravestVerdict } from '../../result/gravest-verdict.ts';
import type { CallResult, ErrorResult, ReportLanguage, Totals, VerdictResult } from '../../result/result.ts';
import { unreadTitle } from '../../result/unread-title.ts';
import { say } from '../../result/words.ts';
import { scoreText, shareText } from '../figures.ts';
import { namingOf } from '../naming.ts';
import type { ReportOptions } from '../options.ts';
import { wordingOf } from '../summary/wording.ts';
import { visible } from '../visible.ts';
import type { KeptBatch } from './reporter.ts';

export interface CallRow {
  readonly call: string;
  readonly score: string;
  readonly grade: string;
  readonly verdict: string;
  readonly verdictKind: VerdictResult['verdict'] | undefined;
  readonly worst: string;
  readonly severity: 'ordinary' | 'critical' | 'fatal' | undefined;
}

export interface FindingRow {
  readonly calls: string;
  readonly share: string;
  /** How often it was met where it applied, with its interval; `–` where nothing was summed up. */
  readonly met: string;
  readonly title: string;
}

export interface ScorePage {
  readonly calls: readonly CallRow[];
  /** The criteria, those not met most often first; with a pass rate, also those that were always met. */
  readonly findings: readonly FindingRow[];
  /** Whether there are calls enough for the pass rates of the criteria. */
  readonly rated: boolean;
  /** Label and value. */
  readonly summary: readonly (readonly [label: string, value: string])[];
  readonly errors: readonly { readonly place: string; readonly message: string; readonly hint?: string }[];
}

/** The report of a batch, every string in one line and free of control characters. */
export function scorePage(batch: KeptBatch, options: ReportOptions): ScorePage {
  const { language } = options;
  const { totals } = batch;
  const kinds = ['upheld', 'partly-upheld', 'not-upheld', 'insufficient-evidence'] as const;
  return {
    calls: batch.rows,
    findings: findingRows(totals, options),
    rated: isRated(totals),
    summary: [
      [say('label.calls', language), String(totals.calls)],
      [say('label.mean', language), scoreText(totals.meanScore)],
      ...kinds
        .filter((kind) => totals.verdicts[kind] > 0)
        .map((kind): [string, string] => [say(`verdict.${kind}`, language), String(totals.verdicts[kind])]),
    ],
    errors: batch.errors.map((error) => errorLine(error, language)),
  };
}

function isRated({ analysis }: Totals): boolean {
  return analysis !== undefined && analysis.mean.calls >= analysis.smallUnder;
}

function findingRows(totals: Totals, options: ReportOptions): readonly FindingRow[] {
  const { naming, share } = wordingOf(options);
  const rates = new Map((totals.analysis?.criteria ?? []).map(({ criterion, met }) => [criterion, met]));
  const found = new Set(totals.findings.map(({ criterion }) => criterion));
  const always = [...rates].filter(([criterion, { of }]) => of > 0 && !found.has(criterion));
  return [
    ...totals.findings,
    ...(isRated(totals) ? always.map(([criterion]) => ({ criterion, calls: 0 })) : []),
  ].map(({ criterion, calls }) => {
    const rate = rates.get(criterion);
    return {
      calls: String(calls),
      share: shareText(calls, totals.calls),
      met: rate === undefined ? '–' : share(rate).text,
      title: naming.criterion(criterion),
    };
  });
}

/** A call as a line of the report. */
export function callRow(result: CallResult, { language, glossary }: ReportOptions): CallRow {
  const verdictKind = gravestVerdict(result.verdicts)?.verdict;
  const worst = findingsOf(result)[0];
  const { total, grade } = result.score;
  return {
    call: visible(result.call.id),
    score: scoreText(total),
    grade: visible(grade ?? '–'),
    verdict: verdictKind === undefined ? '–' : say(`verdict.${verdictKind}`, language),
    verdictKind,
    worst: worst === undefined ? '–' : namingOf(glossary, language).criterion(worst.id),
    severity: worst?.severity,
  };
}

function errorLine(
  { source, line, column, code, message, hint }: ErrorResult,
  language: ReportLanguage,
): ScorePage['errors'][number] {
  const at = line === undefined ? '' : column === undefined ? `:${line}` : `:${line}:${column}`;
  const title = unreadTitle(code, language);
  const said = visible(`${message} [${code}]`);
  return {
    place: visible(`${source}${at}`),
    message: title === undefined ? said : title + say('punctuation.colon', language) + said,
    ...(hint === undefined ? {} : { hint: visible(hint) }),
  };
}
