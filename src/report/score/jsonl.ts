/** `score --format jsonl`: a line a call, or an error. */
import type { CallResult, CriterionResult } from '../../result/result.ts';
import { jsonText } from '../json-text.ts';
import type { RowReporter } from './reporter.ts';

export const jsonl: RowReporter = {
  kind: 'rows',
  header: '',
  separator: '',
  errorsLast: false,
  row: (result) => (result.schema === 'callqa/result@1' ? resultLine(result) : `${jsonText(result)}\n`),
};

/** Criteria that name no turns are the same objects for many calls: what they read as is kept as long as they are. */
const constant = new WeakMap<CriterionResult, string>();

function criterionText(result: CriterionResult): string {
  if (result.evidence.length > 0 || result.searched !== undefined) return jsonText(result);
  let text = constant.get(result);
  if (text === undefined) {
    text = jsonText(result);
    constant.set(result, text);
  }
  return text;
}

/** The same as the JSON of the whole, key by key. */
function resultLine(result: CallResult): string {
  let line = '';
  for (const [key, value] of Object.entries(result) as readonly [keyof CallResult, unknown][]) {
    if (value === undefined) continue;
    const text = key === 'criteria' ? `[${result.criteria.map(criterionText).join(',')}]` : jsonText(value);
    line += `${line === '' ? '{' : ','}"${key}":${text}`;
  }
  return `${line}}\n`;
}
