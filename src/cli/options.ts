/** Options that several commands share, and what their words mean. */
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import type { ReportLanguage } from '../result/result.ts';

export interface ReadFlags {
  readonly inputFormat?: 'text' | 'json' | 'jsonl' | 'csv';
  readonly columns?: Readonly<Record<string, string>>;
  readonly verbose?: boolean;
}

export interface ReportFlags {
  readonly output?: string;
  readonly lang: ReportLanguage;
  readonly redact: boolean;
  readonly pack?: string;
}

export interface GateFlags {
  readonly failUnder?: number;
  readonly failOn?: readonly FailOn[];
}

const failOnWords = [
  'ordinary',
  'critical',
  'fatal',
  'upheld',
  'partly-upheld',
  'insufficient-evidence',
] as const;

/** What a gate may name: severities of findings, and verdicts. */
export type FailOn = (typeof failOnWords)[number];

function pairs(value: string): Readonly<Record<string, string>> {
  const entries = value.split(',').map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1 || at === pair.length - 1) {
      throw new InvalidArgumentError('Write field=header pairs, such as speaker=角色,text=内容.');
    }
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
  });
  return Object.fromEntries(entries);
}

function threshold(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0 && number <= 100))
    throw new InvalidArgumentError('Write a number from 0 to 100.');
  return number;
}

function failOn(value: string): readonly FailOn[] {
  return value.split(',').map((written) => {
    const found = failOnWords.find((word) => word === written.trim());
    if (found === undefined) throw new InvalidArgumentError(`Write some of ${failOnWords.join(', ')}.`);
    return found;
  });
}

/** How transcripts are read. */
export function withReading(command: Command): Command {
  return command
    .addOption(
      new Option('--input-format <format>', 'what the files are, whatever they look like').choices([
        'text',
        'json',
        'jsonl',
        'csv',
      ]),
    )
    .option('--columns <pairs>', 'headers of a table, such as speaker=角色,text=内容', pairs)
    .option('--verbose', 'say on stderr what each file was taken for, and why');
}

/** What a report is like. */
export function withReport(command: Command): Command {
  return command
    .option('-o, --output <file>', 'write the report to a file')
    .addOption(
      new Option('--lang <language>', 'language of the report')
        .choices(['en', 'zh-CN', 'zh-TW'])
        .default('en'),
    )
    .option(
      '--pack <path>',
      'rules to judge by: a pack’s file or folder (default: the built-in respect-sincerity)',
    )
    .option('--no-redact', 'show personal data as it stands in the transcript');
}

/** What makes the exit code 1. */
export function withGate(command: Command): Command {
  return command
    .option('--fail-under <score>', 'exit with 1 where a call scores less', threshold)
    .option('--fail-on <list>', `exit with 1 on one of these: ${failOnWords.join(', ')}`, failOn);
}
