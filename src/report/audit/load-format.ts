/** Loads a format of `audit`, and none of the others: drawing a page takes modules that a text needs none of. */
import type { AuditResult } from '../../result/result.ts';
import type { ReportOptions } from '../options.ts';

export type AuditFormat = 'text' | 'json' | 'markdown' | 'html';

/** Takes one case and returns its report with the final line break. */
export type AuditReporter = (audit: AuditResult, options: ReportOptions) => string;

export async function loadAuditFormat(format: AuditFormat): Promise<AuditReporter> {
  switch (format) {
    case 'text':
      return (await import('./text.ts')).auditText;
    case 'json': {
      const { jsonText } = await import('../json-text.ts');
      return (audit) => `${jsonText(audit, 2)}\n`;
    }
    case 'markdown':
      return (await import('./markdown.ts')).auditMarkdown;
    case 'html':
      return (await import('./html/document.ts')).auditHtml;
    default:
      return format satisfies never;
  }
}
