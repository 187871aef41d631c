/** The formats of `audit`, by name. */
import type { AuditResult } from '../../result/result.ts';
import { jsonText } from '../json-text.ts';
import type { ReportOptions } from '../options.ts';
import { auditHtml } from './html/document.ts';
import { auditMarkdown } from './markdown.ts';
import { auditText } from './text.ts';

export type AuditFormat = 'text' | 'json' | 'markdown' | 'html';

/** Each takes one call and returns its report with the final line break. */
export const auditFormats: Readonly<
  Record<AuditFormat, (audit: AuditResult, options: ReportOptions) => string>
> = {
  text: auditText,
  json: (audit) => `${jsonText(audit, 2)}\n`,
  markdown: auditMarkdown,
  html: auditHtml,
};
