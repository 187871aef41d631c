/** `callqa verify REPORT.json`: does it all again, and says whether the same comes of it. */
import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import { Failure } from '../call/failure.ts';
import { isRecord } from '../call/is-record.ts';
import { decodeBytes } from '../read/bytes.ts';
import { jsonText } from '../report/json-text.ts';
import type { AuditResult } from '../result/result.ts';
import type { CaseFlags } from './audit-arguments.ts';
import { auditCase } from './audit-case.ts';
import { withCase } from './case-options.ts';
import { configure } from './config/configure.ts';
import { differences } from './differences.ts';
import type { Io } from './io.ts';
import { withReading, withReport, type ReportFlags } from './options.ts';
import { packOf } from './pack-option.ts';
import { readInput } from './read-input.ts';

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
  const text = decodeBytes(readInput(resolve(io.cwd, path), path), path);
  const before = reportIn(text, path);
  const { arguments: asked } = before.case.provenance;
  const { paths, flags } = await asAsked(asked, path, io);
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
  const wrong = provenanceFault(
    isRecord(value) && isRecord(value['case']) ? value['case']['provenance'] : undefined,
  );
  if (wrong !== undefined) throw notAReport(path, `it does not say what it was made from: ${wrong}`);
  return value as AuditResult;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isInput = (value: unknown): boolean =>
  isRecord(value) && isText(value['source']) && isText(value['sha256']);
const isInputOrAbsent = (value: unknown): boolean => value === undefined || isInput(value);
const isListOf =
  (isOne: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every(isOne);

/** All of it that is looked at, so that whatever else a report holds is only compared. */
const provenanceParts: Readonly<Record<keyof Provenance, (value: unknown) => boolean>> = {
  transcripts: isListOf(isInput),
  pack: (value) => isRecord(value) && ['id', 'version', 'sha256'].every((key) => isText(value[key])),
  config: isInputOrAbsent,
  reviews: isInputOrAbsent,
  arguments: (value) => isListOf(isText)(value) && (value as readonly string[])[0] === 'audit',
  tool: isText,
};

/** Which part of a provenance is not as `audit` writes it; undefined where all are. */
function provenanceFault(provenance: unknown): string | undefined {
  if (!isRecord(provenance)) return 'provenance';
  const fault = Object.entries(provenanceParts).find(([key, isSound]) => !isSound(provenance[key]));
  return fault === undefined ? undefined : `provenance.${fault[0]}`;
}

async function asAsked(
  [, ...asked]: readonly string[],
  path: string,
  io: Io,
): Promise<{ readonly paths: readonly string[]; readonly flags: CaseFlags & ReportFlags }> {
  const command = withReport(withReading(withCase(new Command('audit'))))
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {} });
  try {
    command.parse(asked, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw notAReport(path, `this version cannot be asked the same (${error.message})`);
  }
  await configure(command, io);
  return { paths: command.args, flags: { ...command.opts(), speakersTold: true } };
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
