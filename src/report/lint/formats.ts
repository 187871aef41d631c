/** The forms of lint's report, by name. */
import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import type { LintReporter } from './lint-reporter.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export type LintFormat = 'text' | 'json' | 'sarif' | 'junit' | 'github';

export const lintFormats: Readonly<Record<LintFormat, LintReporter>> = { text, json, sarif, junit, github };
