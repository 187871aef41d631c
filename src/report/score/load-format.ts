/** Loads a format of `score`, and none of the others: a line a call needs nothing of what lays a table out. */
import type { ScoreReporter } from './reporter.ts';

export type ScoreFormat = 'text' | 'json' | 'jsonl' | 'markdown' | 'csv' | 'findings-csv' | 'html' | 'xlsx';

export async function loadScoreFormat(format: ScoreFormat): Promise<ScoreReporter> {
  switch (format) {
    case 'text':
      return (await import('./text.ts')).text;
    case 'json':
      return (await import('./json.ts')).json;
    case 'jsonl':
      return (await import('./jsonl.ts')).jsonl;
    case 'markdown':
      return (await import('./markdown.ts')).markdown;
    case 'csv':
      return (await import('./csv.ts')).csv;
    case 'findings-csv':
      return (await import('./findings-csv.ts')).findingsCsv;
    case 'html':
      return (await import('./html.ts')).html;
    case 'xlsx':
      return (await import('./xlsx.ts')).xlsx;
    default:
      return format satisfies never;
  }
}
