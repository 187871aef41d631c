/** `lint --format json`: everything, for programs. */
import { jsonText } from '../json-text.ts';
import type { LintReporter } from './lint-reporter.ts';

export const json: LintReporter = ({
  tool,
  pack,
  files,
  problems,
  failures,
  suppressed,
  baselined,
  fixed,
}) => {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const summary = {
    files: files.length,
    errors,
    warnings: problems.length - errors,
    suppressed,
    baselined,
    fixed,
    unread: failures.length,
  };
  const document = {
    schema: 'callqa/lint@1',
    tool: `${tool.name}/${tool.version}`,
    pack,
    problems,
    failures,
    summary,
  };
  return `${jsonText(document, 2)}\n`;
};
