/**
 * `lint --format sarif`: SARIF 2.1.0, which code scanning reads.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
import type {
  LintFailure,
  LintFix,
  LintProblem,
  LintReport,
  LintRuleInfo,
} from '../../result/lint-result.ts';
import type { ReportLanguage } from '../../result/result.ts';
import { say } from '../../result/words.ts';
import { jsonText } from '../json-text.ts';
import { visible } from '../visible.ts';
import type { LintReporter } from './lint-reporter.ts';
import { messageOf } from './message.ts';

/** The folder in which the tool ran; where that is, its reader knows. */
const root = 'SRCROOT';

export const sarif: LintReporter = (report, { language }) => {
  const { tool, pack, rules, problems, failures } = report;
  const index = new Map(rules.map(({ id }, number) => [id, number]));
  const seen = new Map<string, number>();
  const document = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            semanticVersion: tool.version,
            rules: rules.map((rule) => ruleOf(rule, language)),
            properties: { pack },
          },
        },
        language,
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [root]: { description: { text: 'The folder in which callqa lint was run.' } } },
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            ...(failures.length === 0 ? {} : { toolExecutionNotifications: failures.map(notificationOf) }),
          },
        ],
        artifacts: artifactsOf(report),
        results: problems.map((problem) => {
          // Problems alike in one file are told apart by their number.
          const key = `${problem.file}\0${problem.fingerprint}`;
          const nth = (seen.get(key) ?? 0) + 1;
          seen.set(key, nth);
          return resultOf(problem, index.get(problem.rule), nth, language);
        }),
      },
    ],
  };
  return `${jsonText(document, 2)}\n`;
};

function ruleOf({ id, title, why, say: wording, severity }: LintRuleInfo, language: ReportLanguage): object {
  const colon = say('punctuation.colon', language);
  const advice =
    wording === undefined ? '' : `${say('lint.say', language)}${colon}${visible(wording[language])}`;
  const help = [visible(why[language]), advice].filter((part) => part !== '').join('\n\n');
  return {
    id,
    shortDescription: { text: visible(title[language]) },
    fullDescription: { text: visible(why[language]) },
    help: { text: help },
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: severity },
  };
}

function artifactsOf({ files }: LintReport): readonly object[] {
  return files.map((file) => ({ location: locationOf(file) }));
}

function resultOf(
  problem: LintProblem,
  ruleIndex: number | undefined,
  nth: number,
  language: ReportLanguage,
): object {
  const { rule, severity, file, start, end, span, place, fix, fingerprint } = problem;
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: span[0],
    charLength: span[1] - span[0],
  };
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: severity,
    message: { text: messageOf(problem, language) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: locationOf(file),
          // A workbook is no text: its lines and columns are those of a sheet.
          ...(place === undefined ? { region } : {}),
        },
        ...(place === undefined
          ? {}
          : {
              logicalLocations: [
                { name: place.cell, fullyQualifiedName: `${place.sheet}!${place.cell}`, kind: 'cell' },
              ],
            }),
      },
    ],
    ...(fix?.region === undefined ? {} : { fixes: [fixOf(file, fix, fix.region, language)] }),
    partialFingerprints: { 'callqaClause/v1': `${fingerprint}:${nth}` },
  };
}

/** An exact replacement, as an editor or a code-scanning service can put it in. */
function fixOf(
  file: string,
  { span: [from, until], text }: LintFix,
  { start, end }: NonNullable<LintFix['region']>,
  language: ReportLanguage,
): object {
  return {
    description: {
      text: visible(`${say('lint.say', language)}${say('punctuation.colon', language)}${text}`),
    },
    artifactChanges: [
      {
        artifactLocation: locationOf(file),
        replacements: [
          {
            deletedRegion: {
              startLine: start.line,
              startColumn: start.column,
              endLine: end.line,
              endColumn: end.column,
              charOffset: from,
              charLength: until - from,
            },
            insertedContent: { text },
          },
        ],
      },
    ],
  };
}

function notificationOf({ file, line, column, code, message }: LintFailure): object {
  const region = {
    ...(line === undefined ? {} : { startLine: line }),
    ...(line === undefined || column === undefined ? {} : { startColumn: column }),
  };
  return {
    level: 'error',
    descriptor: { id: code },
    message: { text: visible(message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: locationOf(file),
          ...(line === undefined ? {} : { region }),
        },
      },
    ],
  };
}

/** Half of a surrogate pair: no URI can hold it. */
const lone = /\p{Surrogate}/gu;

/** A path as a URI: beneath the folder of the run where it can be, else a file's own. */
function locationOf(file: string): { readonly uri: string; readonly uriBaseId?: string } {
  const path = file.replaceAll('\\', '/');
  const uri = path
    .split('/')
    .map((part) => encodeURIComponent(part.replaceAll(lone, '\ufffd')))
    .join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${path[0]!}:${uri.slice(uri.indexOf('/'))}` };
  return { uri: uri.replace(/^(?:\.\/)+/, ''), uriBaseId: root };
}
