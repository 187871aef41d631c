/** The formats of `score`, by name, all of them loaded. */
import { loadScoreFormat, type ScoreFormat } from './load-format.ts';
import type { ScoreReporter } from './reporter.ts';

export const scoreFormats: Readonly<Record<ScoreFormat, ScoreReporter>> = {
  text: await loadScoreFormat('text'),
  json: await loadScoreFormat('json'),
  jsonl: await loadScoreFormat('jsonl'),
  markdown: await loadScoreFormat('markdown'),
  csv: await loadScoreFormat('csv'),
  'findings-csv': await loadScoreFormat('findings-csv'),
  html: await loadScoreFormat('html'),
  xlsx: await loadScoreFormat('xlsx'),
};
