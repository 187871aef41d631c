/** What a callqa.yaml says, once it is read and validated. */
import type { Speaker } from '../../call/call.ts';
import type { LintSeverity } from '../../pack/model/lint-plan.ts';
import type { Origin } from '../../pack/model/origin.ts';
import type { LimitName } from '../../read/limits.ts';
import type { ReportLanguage } from '../../result/result.ts';
import type { GateRule } from '../../batch/analysis/gate-rule.ts';
import type { FailOn } from '../options.ts';

/** Rules beside those that the config extends. */
export interface ConfiguredPack {
  /** As it is written, from the folder of the config. */
  readonly path: string;
  /** Whether they may stand in for rules that are there. */
  readonly override: boolean;
}

/** How severe rules are in some files. */
export interface SeverityOverride {
  /** Patterns as those of .gitignore, from the folder of the config. */
  readonly files: readonly string[];
  readonly severity: Readonly<Record<string, LintSeverity>>;
}

export interface LintSettings {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Names of keys and of columns whose values are said, in place of the usual ones. */
  readonly fields?: readonly string[];
  readonly severity: Readonly<Record<string, LintSeverity>>;
  /** Later ones win. */
  readonly overrides: readonly SeverityOverride[];
  /** From the folder of the config. */
  readonly baseline?: string;
}

export interface Config {
  /** The file, as it is shown. */
  readonly file: string;
  /** Its folder, from which its paths and patterns count. */
  readonly folder: string;
  /** Which rules it builds on: the built-in ones, of this major and perhaps minor version, or none. */
  readonly extends: { readonly id: string; readonly major?: number; readonly minor?: number } | undefined;
  readonly packs: readonly ConfiguredPack[];
  readonly lint: LintSettings;
  readonly speakers?: ReadonlyMap<string, Speaker>;
  readonly columns?: Readonly<Record<string, string>>;
  readonly limits?: Partial<Record<LimitName, number>>;
  readonly gate?: {
    readonly failUnder?: number;
    readonly failOn?: readonly FailOn[];
    /** What is asked of a batch. */
    readonly require?: readonly GateRule[];
  };
  readonly redact?: boolean;
  readonly lang?: ReportLanguage;
  /** From the folder of the config. */
  readonly reviews?: string;
  /** Where a key stands in the file. */
  readonly placeOf: (path: readonly (string | number)[]) => Origin;
  /** Where a value does; where its key is missing, what is nearest. */
  readonly placeOfValue: (path: readonly (string | number)[]) => Origin;
}
