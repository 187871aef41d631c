/** What the report of many calls says, in words of its language, before it is laid out. */
import { findingsOf } from '../../result/findings.ts';
import type { CallResult, ErrorResult, VerdictResult } from '../../result/result.ts';
import { say } from '../../result/words.ts';
import { scoreText, shareText } from '../figures.ts';
import { namingOf } from '../naming.ts';
import type { ReportOptions } from '../options.ts';
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

export interface ScorePage {
  readonly calls: readonly CallRow[];
  readonly findings: readonly { readonly calls: string; readonly share: string; readonly title: string }[];
  /** Label and value. */
  readonly summary: readonly (readonly [label: string, value: string])[];
  readonly errors: readonly { readonly place: string; readonly message: string; readonly hint?: string }[];
}

/** The report of a batch, every string in one line and free of control characters. */
export function scorePage(batch: KeptBatch, options: ReportOptions): ScorePage {
  const { language, glossary } = options;
  const naming = namingOf(glossary, language);
  const { totals } = batch;
  const kinds = ['upheld', 'partly-upheld', 'not-upheld', 'insufficient-evidence'] as const;
  return {
    calls: batch.rows,
    findings: totals.findings.map(({ criterion, calls }) => ({
      calls: String(calls),
      share: shareText(calls, totals.calls),
      title: naming.criterion(criterion),
    })),
    summary: [
      [say('label.calls', language), String(totals.calls)],
      [say('label.mean', language), scoreText(totals.meanScore)],
      ...kinds
        .filter((kind) => totals.verdicts[kind] > 0)
        .map((kind): [string, string] => [say(`verdict.${kind}`, language), String(totals.verdicts[kind])]),
    ],
    errors: batch.errors.map(errorLine),
  };
}

/** A call as a line of the report. */
export function callRow(result: CallResult, { language, glossary }: ReportOptions): CallRow {
  const verdictKind = result.verdicts[0]?.verdict;
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

function errorLine({ source, line, column, code, message, hint }: ErrorResult): ScorePage['errors'][number] {
  const at = line === undefined ? '' : column === undefined ? `:${line}` : `:${line}:${column}`;
  return {
    place: visible(`${source}${at}`),
    message: visible(`${message} [${code}]`),
    ...(hint === undefined ? {} : { hint: visible(hint) }),
  };
}
