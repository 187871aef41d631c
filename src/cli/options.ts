/** Options that several commands share, and what their words mean. */
import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import type { Speaker } from '../call/call.ts';
import { inputFormats, type InputFormat } from '../read/input-format.ts';
import { defaultLimits, type LimitName, type Limits } from '../read/limits.ts';
import type { ReportLanguage } from '../result/result.ts';

export interface ReadFlags {
  readonly inputFormat?: InputFormat;
  readonly encoding?: string;
  /** Labels to sides. */
  readonly speaker?: ReadonlyMap<string, Speaker>;
  /** The flags that a config gave, by their names here. */
  readonly configured?: readonly string[];
  /** Labels that no turn has were told of before. */
  readonly speakersTold?: boolean;
  readonly limits?: Partial<Limits>;
  readonly columns?: Readonly<Record<string, string>>;
  readonly verbose?: boolean;
}

export interface ReportFlags {
  readonly output?: string;
  readonly lang: ReportLanguage;
  readonly redact: boolean;
  readonly pack?: string;
  readonly config?: string;
}

export interface GateFlags {
  readonly failUnder?: number;
  readonly failOn?: readonly FailOn[];
  /** The options that the config gave. */
  readonly configured?: readonly string[];
}

export interface BatchFlags {
  /** How many threads score at once. */
  readonly jobs: number;
  /** Whether to go on from where a run that was broken off had come to. */
  readonly resume?: boolean;
}

export const failOnWords = [
  'ordinary',
  'critical',
  'fatal',
  'upheld',
  'partly-upheld',
  'insufficient-evidence',
] as const;

/** What a gate may name: severities of findings, and verdicts. */
export type FailOn = (typeof failOnWords)[number];

/** `a=b,c=d` as pairs. */
function entriesOf(value: string, advice: string): readonly (readonly [name: string, value: string])[] {
  return value.split(',').map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1 || at === pair.length - 1) throw new InvalidArgumentError(advice);
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
  });
}

function pairs(value: string): Readonly<Record<string, string>> {
  return Object.fromEntries(entriesOf(value, 'Write field=header pairs, such as speaker=角色,text=内容.'));
}

const sides = new Map<string, Speaker>([
  ['agent', 'agent'],
  ['customer', 'customer'],
  ['bot', 'bot'],
  ['unknown', 'unknown'],
  ['客服', 'agent'],
  ['坐席', 'agent'],
  ['客户', 'customer'],
  ['客戶', 'customer'],
  ['机器人', 'bot'],
  ['機器人', 'bot'],
]);

/** The side that a word names, in English or Chinese. */
export function sideOf(word: string): Speaker | undefined {
  return sides.get(word.toLowerCase());
}

/** Takes labels from one use of the option to the next. */
function speakers(
  value: string,
  before: ReadonlyMap<string, Speaker> = new Map(),
): ReadonlyMap<string, Speaker> {
  const advice =
    'Write label=side pairs, such as 坐席=agent,SPEAKER_00=customer; sides are agent, customer, bot, unknown.';
  const named = entriesOf(value, advice).map(([label, word]) => {
    const side = sideOf(word);
    if (side === undefined) throw new InvalidArgumentError(advice);
    return [label, side] as const;
  });
  return new Map([...before, ...named]);
}

function encoding(value: string): string {
  try {
    return new TextDecoder(value.trim()).encoding;
  } catch {
    throw new InvalidArgumentError(
      'Write an encoding such as utf-8, utf-16le, gb18030, big5 or windows-1252.',
    );
  }
}

const limitNames = Object.keys(defaultLimits) as LimitName[];
const units = new Map([
  ['', 1],
  ['k', 1024],
  ['m', 1024 ** 2],
  ['g', 1024 ** 3],
]);

/** How many a number with `k`, `m` or `g` behind it is; undefined for what is none, or nothing. */
export function limitOf(written: string): number | undefined {
  const number = /^(\d{1,12})([kmg]?)$/iu.exec(written.trim());
  const limit = number === null ? 0 : Number(number[1]) * units.get(number[2]!.toLowerCase())!;
  return limit === 0 ? undefined : limit;
}

function limits(value: string, before: Partial<Limits> = {}): Partial<Limits> {
  const advice = `Write name=number pairs, such as nesting=200,file-size=1g; limits are ${limitNames.join(', ')}.`;
  const named = entriesOf(value, advice).map(([name, written]) => {
    const known = limitNames.find((limit) => limit === name);
    const number = limitOf(written);
    if (known === undefined || number === undefined) throw new InvalidArgumentError(advice);
    return [known, number] as const;
  });
  return { ...before, ...Object.fromEntries(named) };
}

/** A score, from 0 to 100. */
export function threshold(value: string): number {
  const number = Number(value);
  if (!/^\d+(?:\.\d+)?$/u.test(value.trim()) || number > 100)
    throw new InvalidArgumentError('Write a number from 0 to 100.');
  return number;
}

/** Takes words from one use of the option to the next. */
function failOn(value: string, before: readonly FailOn[] = []): readonly FailOn[] {
  const named = value.split(',').map((written) => {
    const found = failOnWords.find((word) => word === written.trim());
    if (found === undefined) throw new InvalidArgumentError(`Write some of ${failOnWords.join(', ')}.`);
    return found;
  });
  return [...before, ...named];
}

/** How transcripts are read. */
export function withReading(command: Command): Command {
  return command
    .addOption(
      new Option('--input-format <format>', 'what the files are, whatever they look like').choices(
        inputFormats,
      ),
    )
    .option('--encoding <name>', 'the encoding of the files, such as gb18030 or big5', encoding)
    .option('--speaker <pairs>', 'who is who, such as 坐席=agent,SPEAKER_00=customer', speakers)
    .option('--columns <pairs>', 'headers of a table, such as speaker=角色,text=内容', pairs)
    .option('--limits <pairs>', 'how much is read at most, such as nesting=200,file-size=1g', limits)
    .option('--verbose', 'say on stderr what each file was taken for, and why');
}

/** Where what a command makes goes; `-` is standard output. */
export function outputOption(
  flags = '-o, --output <file>',
  description = 'write the report to a file',
): Option {
  return new Option(flags, description);
}

/** Takes `-` back: what has no output goes to standard output. An option's parser cannot give nothing. */
export function resolveOutput(command: Command): void {
  if (command.getOptionValue('output') === '-') command.setOptionValue('output', undefined);
}

const configOption = (): Option =>
  new Option('--config <file>', 'settings (default: the nearest callqa.yaml from here upwards)');
const unmaskedOption = (): Option =>
  new Option('--no-redact', 'show personal data as it stands in the transcript');

/** The language of a report. */
export function languageOption(): Option {
  return new Option('--lang <language>', 'language of the report')
    .choices(['en', 'zh-CN', 'zh-TW'])
    .default('en');
}

/** Where a report goes, and in which language. */
function withOutput(command: Command): Command {
  return command.addOption(outputOption()).addOption(languageOption());
}

/** What a report by rules of calls is like. */
export function withReport(command: Command): Command {
  return withReportOfRules(command).addOption(unmaskedOption());
}

/** The same of the rules themselves, which hold no personal data. */
export function withReportOfRules(command: Command): Command {
  return withOutput(command)
    .option(
      '--pack <path>',
      'rules to judge by: a pack’s file or folder (default: the built-in respect-sincerity)',
    )
    .addOption(configOption());
}

/** The same of calls where the rules are arguments. */
export function withReportOfPacks(command: Command): Command {
  return withOutput(command).addOption(configOption()).addOption(unmaskedOption());
}

const mostJobs = 64;

function jobs(value: string): number {
  const number = Number(value);
  if (!/^\d+$/u.test(value.trim()) || number < 1 || number > mostJobs)
    throw new InvalidArgumentError(`Write a number of threads from 1 to ${mostJobs}.`);
  return number;
}

/** How many calls at once. */
export function withJobs(command: Command): Command {
  return command.option(
    '--jobs <n>',
    'how many threads score at once (default: as many as there are cores, at most 8)',
    jobs,
    Math.min(8, availableParallelism()),
  );
}

/** The same, and whether to go on with a run that was broken off. */
export function withBatch(command: Command): Command {
  return withJobs(command).option('--resume', 'go on with the run that -o FILE was left unfinished by');
}

/** What makes the exit code 1. */
export function withGate(command: Command): Command {
  return command
    .option('--fail-under <score>', 'exit with 1 where a call scores less', threshold)
    .option('--fail-on <list>', `exit with 1 on one of these: ${failOnWords.join(', ')}`, failOn);
}
