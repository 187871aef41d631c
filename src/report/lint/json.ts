/** `lint --format json`: everything, for programs. */
import type { LintProblem } from '../../result/lint-result.ts';
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
  exempt,
}) => {
  const of = (level: LintProblem['severity']) => problems.filter(({ severity }) => severity === level);
  const summary = {
    files: files.length,
    errors: of('error').length,
    warnings: of('warning').length,
    suppressed,
    baselined,
    fixed,
    unread: failures.length,
    exempt,
  };
  const document = {
    schema: 'callqa/lint@1',
    tool: `${tool.name}/${tool.version}`,
    pack,
    problems: problems.filter(({ severity }) => severity !== 'note'),
    notes: of('note'),
    failures,
    summary,
  };
  return `${jsonText(document, 2)}\n`;
};
