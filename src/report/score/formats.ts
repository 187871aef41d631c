/** The formats of `score`, by name. */
import { csv } from './csv.ts';
import { findingsCsv } from './findings-csv.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import type { ScoreReporter } from './reporter.ts';
import { text } from './text.ts';
import { xlsx } from './xlsx.ts';

export type ScoreFormat = 'text' | 'json' | 'jsonl' | 'markdown' | 'csv' | 'findings-csv' | 'html' | 'xlsx';

export const scoreFormats: Readonly<Record<ScoreFormat, ScoreReporter>> = {
  text,
  json,
  jsonl,
  markdown,
  csv,
  'findings-csv': findingsCsv,
  html,
  xlsx,
};
