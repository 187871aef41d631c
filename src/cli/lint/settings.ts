/** What speaks for a file of a library: its config, and the linter that the config asks for. */
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { Failure } from '../../call/failure.ts';
import type { CompiledPack } from '../../pack/compiled.ts';
import type { Pack } from '../../pack/model.ts';
import type { LintSeverity } from '../../pack/model/lint-plan.ts';
import { nearest } from '../../pack/nearest.ts';
import type { LintProblem, LintRuleInfo } from '../../result/lint-result.ts';
import type { ScriptDocument, ScriptFormat } from '../../scripts/document.ts';
import { createLinter, lintRulesOf } from '../../scripts/lint.ts';
import type { ReadScriptOptions } from '../../scripts/read-contents.ts';
import { suppressionInfos } from '../../scripts/suppression-words.ts';
import { unreadInfos } from '../../scripts/unread.ts';
import type { Config } from '../config/config.ts';
import { findConfig } from '../config/find-config.ts';
import { shownPath } from '../config/configure.ts';
import type { Io } from '../io.ts';
import { packAt, warningsTo } from '../pack-option.ts';

export interface LintSettings {
  readonly config: Config | undefined;
  readonly compiled: CompiledPack;
  readonly lint: (document: ScriptDocument) => readonly LintProblem[];
  readonly rules: readonly LintRuleInfo[];
  /** How severe a rule is in a file; undefined as the rules have it. */
  readonly severityOf: (rule: string, absolute: string) => LintSeverity | undefined;
  readonly isExcluded: (absolute: string) => boolean;
  readonly reading: ReadScriptOptions;
}

interface Flags {
  readonly config?: string;
  readonly pack?: string;
  readonly fields?: readonly string[];
  readonly inputFormat?: ScriptFormat;
}

/** Gives the settings for files in a folder: one for each config, loaded once. */
export function settingsFinder(flags: Flags, io: Io): (folder: string) => Promise<LintSettings> {
  const known = new Map<string, string | undefined>();
  const made = new Map<string | undefined, Promise<LintSettings>>();
  const named = flags.config === undefined ? undefined : resolve(io.cwd, flags.config);
  return (folder) => {
    const path = named ?? findConfig(folder, known);
    const have = made.get(path);
    if (have !== undefined) return have;
    const settings = settingsOf(path, flags, io);
    made.set(path, settings);
    return settings;
  };
}

async function settingsOf(path: string | undefined, flags: Flags, io: Io): Promise<LintSettings> {
  const config =
    path === undefined ? undefined : await configAt(path, flags.config ?? shownPath(io.cwd, path));
  const compiled = await rulesOf(config, flags, io);
  const rules = [...lintRulesOf(compiled), ...suppressionInfos(), ...unreadInfos()];
  const members = membersOf(compiled.pack, new Set(rules.map(({ id }) => id)));
  if (config !== undefined)
    checkSeverities(config, new Set([...members.keys(), ...rules.map(({ id }) => id)]));
  const { folder = io.cwd, lint } = config ?? {};
  const severities = expanded(lint?.severity ?? {}, members);
  const overrides = await Promise.all(
    (lint?.overrides ?? []).map(async ({ files, severity }) => ({
      suits: await pathMatcher(files, folder),
      severity: expanded(severity, members),
    })),
  );
  const severityOf = (rule: string, absolute: string): LintSeverity | undefined =>
    overrides.findLast((one) => one.severity.has(rule) && one.suits(absolute))?.severity.get(rule) ??
    severities.get(rule);
  const fields = flags.fields ?? lint?.fields;
  return {
    config,
    compiled,
    lint: createLinter(compiled, {
      severityOf: (rule, file) =>
        overrides.length === 0 ? severities.get(rule) : severityOf(rule, resolve(io.cwd, file)),
    }),
    rules,
    severityOf,
    isExcluded: await pathMatcher(lint?.exclude ?? [], folder),
    reading: {
      scenarios: new Set(compiled.pack.lint?.scenarios.map(({ id }) => id)),
      ...(flags.inputFormat === undefined ? {} : { format: flags.inputFormat }),
      ...(fields === undefined ? {} : { fields }),
      ...(config?.speakers === undefined ? {} : { speakers: config.speakers }),
    },
  };
}

async function configAt(path: string, shown: string): Promise<Config> {
  const { loadConfig } = await import('../config/load-config.ts');
  return loadConfig(path, shown);
}

async function rulesOf(config: Config | undefined, flags: Flags, io: Io): Promise<CompiledPack> {
  if (flags.pack !== undefined || config === undefined) return packAt(flags.pack, io);
  const { packOfConfig } = await import('../config/config-pack.ts');
  return packOfConfig(config, warningsTo(io));
}

/** Criteria that are made of others, and the rules among those. */
function membersOf({ criteria }: Pack, rules: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const byId = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const leaves = (id: string): readonly string[] => {
    const criterion = byId.get(id);
    return criterion !== undefined && 'of' in criterion ? criterion.of.flatMap(leaves) : [id];
  };
  return new Map(
    criteria
      .filter((criterion) => 'of' in criterion && !rules.has(criterion.id))
      .map(({ id }) => [id, leaves(id).filter((leaf) => rules.has(leaf))] as const)
      .filter(([, own]) => own.length > 0),
  );
}

/** Severities by rule; that of a criterion made of others goes to those that have none of their own. */
function expanded(
  severity: Readonly<Record<string, LintSeverity>>,
  members: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, LintSeverity> {
  const inherited = Object.entries(severity).flatMap(([id, level]) =>
    (members.get(id) ?? []).map((member) => [member, level] as const),
  );
  return new Map([...inherited, ...Object.entries(severity)]);
}

function checkSeverities(config: Config, known: ReadonlySet<string>): void {
  const { lint, placeOf } = config;
  const check = (severity: object, path: readonly (string | number)[]): void => {
    for (const id of Object.keys(severity)) {
      if (known.has(id)) continue;
      const near = nearest(id, known);
      throw new Failure(`No rule for scripts is called \`${id}\`.`, {
        code: 'unknown-rule',
        ...placeOf([...path, id]),
        hint: near === undefined ? 'callqa rules list shows the criteria.' : `Did you mean \`${near}\`?`,
      });
    }
  };
  check(lint.severity, ['lint', 'severity']);
  for (const [index, { severity }] of lint.overrides.entries()) {
    check(severity, ['lint', 'overrides', index, 'severity']);
  }
}

/** Whether patterns, which are those of .gitignore, name a file; none outside of the folder. */
async function pathMatcher(
  patterns: readonly string[],
  folder: string,
): Promise<(absolute: string) => boolean> {
  if (patterns.length === 0) return () => false;
  const { default: ignore } = await import('ignore');
  const matcher = ignore().add(patterns.map((pattern) => pattern.replace(/^\.\//u, '/')));
  return (absolute) => {
    const path = relative(folder, absolute).split(sep).join('/');
    return path !== '' && !path.startsWith('../') && !isAbsolute(path) && matcher.ignores(path);
  };
}
