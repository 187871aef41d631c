/** `callqa verify REPORT.json`: does it all again, and says whether the same comes of it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { Failure } from '../call/failure.ts';
import { decodeBytes } from '../read/bytes.ts';
import { unreadable } from '../read/sources.ts';
import { jsonText } from '../report/json-text.ts';
import type { AuditResult } from '../result/result.ts';
import type { CaseFlags } from './audit-arguments.ts';
import { auditCase } from './audit-case.ts';
import { withCase } from './case-options.ts';
import { differences } from './differences.ts';
import type { Io } from './io.ts';
import { withReading, withReport, type ReportFlags } from './options.ts';
import { packOf } from './pack-option.ts';

type Provenance = AuditResult['case']['provenance'];

/** How many places of the report are named that differ. */
const mostNamed = 5;

/**
 * Returns 0 where the same bytes come of it, 1 where they do not: standard output says what is another, the transcripts,
 * the reviews, the rules, the version of the tool, and where the report differs. 2 where the report, or what it was made
 * from, cannot be read.
 *
 * @throws {Failure} `not-a-report`, and what reading throws
 */
export async function verifyCommand(path: string, io: Io): Promise<number> {
  const text = reportText(path, io);
  const before = reportIn(text, path);
  const { arguments: asked } = before.case.provenance;
  const { paths, flags } = asAsked(asked, path);
  const compiled = await packOf(flags, io);
  const { result, unread } = await auditCase(paths, flags, compiled, io);
  if (result === undefined || unread) return 2;
  const now = `${jsonText(result, 2)}\n`;
  const changed = [
    ...changedInputs(before.case.provenance, result.case.provenance),
    ...changedReport(before, text, now),
  ];
  io.stdout.write(
    changed.length === 0
      ? `${path}: the same (${result.case.provenance.transcripts.map(({ source }) => source).join(', ')})\n`
      : changed.map((line) => `${path}: ${line}\n`).join(''),
  );
  return changed.length === 0 ? 0 : 1;
}

function reportText(path: string, io: Io): string {
  try {
    return decodeBytes(readFileSync(resolve(io.cwd, path)), path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw unreadable(error, path);
  }
}

function notAReport(path: string, why: string): Failure {
  return new Failure(`${path} is no case report: ${why}`, {
    code: 'not-a-report',
    file: path,
    hint: 'Give it what `callqa audit … --format json -o report.json` wrote.',
  });
}

function reportIn(text: string, path: string): AuditResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw notAReport(path, 'it is not JSON');
  }
  const { provenance } = ((value as Partial<AuditResult> | null)?.case ?? {}) as { provenance?: Provenance };
  const isText = (one: unknown): boolean => typeof one === 'string';
  const sound =
    Array.isArray(provenance?.arguments) &&
    provenance.arguments.every(isText) &&
    provenance.arguments[0] === 'audit' &&
    Array.isArray(provenance.transcripts) &&
    isText(provenance.pack?.sha256) &&
    isText(provenance.tool);
  if (!sound) throw notAReport(path, 'it does not say what it was made from');
  return value as AuditResult;
}

function asAsked(
  [, ...asked]: readonly string[],
  path: string,
): { readonly paths: readonly string[]; readonly flags: CaseFlags & ReportFlags } {
  const command = withReport(withReading(withCase(new Command('audit'))))
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {} });
  try {
    command.parse(asked, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw notAReport(path, `this version cannot be asked the same (${error.message})`);
  }
  // A label that no turn has was told when the report was made.
  return { paths: command.args, flags: { ...command.opts(), speakersConfigured: true } };
}

const short = (sha256: string): string => sha256.slice(0, 12);

function changedInputs(before: Provenance, now: Provenance): readonly string[] {
  const files = (label: string, was: Provenance['reviews'], is: Provenance['reviews']): readonly string[] =>
    was?.sha256 === is?.sha256
      ? []
      : [
          `${label} ${is?.source ?? was?.source ?? ''} changed: ${was ? short(was.sha256) : 'absent'} then, ${is ? short(is.sha256) : 'absent'} now`,
        ];
  const count = Math.max(before.transcripts.length, now.transcripts.length);
  return [
    ...Array.from({ length: count }, (_, at) =>
      files('the transcript', before.transcripts[at], now.transcripts[at]),
    ).flat(),
    ...files('the reviews', before.reviews, now.reviews),
    ...files('the configuration', before.config, now.config),
    ...(before.pack.sha256 === now.pack.sha256
      ? []
      : [
          `the rules changed: ${before.pack.id} ${before.pack.version} (${short(before.pack.sha256)}) then, ${now.pack.id} ${now.pack.version} (${short(now.pack.sha256)}) now`,
        ]),
    ...(before.tool === now.tool ? [] : [`the tool changed: ${before.tool} then, ${now.tool} now`]),
  ];
}

function changedReport(before: AuditResult, textBefore: string, textNow: string): readonly string[] {
  if (textBefore === textNow) return [];
  const places = differences(before, JSON.parse(textNow));
  if (places.length === 0) return ['the report says the same in other bytes: it was formatted anew'];
  const named = places
    .slice(0, mostNamed)
    .map(({ path, was, is }) => `the report differs at ${path}: ${was} then, ${is} now`);
  const more = places.length - named.length;
  return [...named, ...(more > 0 ? [`the report differs at ${more} more places`] : [])];
}
