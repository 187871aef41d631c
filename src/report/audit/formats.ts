/** The formats of `audit`, by name, all of them loaded. */
import { loadAuditFormat, type AuditFormat, type AuditReporter } from './load-format.ts';

export const auditFormats: Readonly<Record<AuditFormat, AuditReporter>> = {
  text: await loadAuditFormat('text'),
  json: await loadAuditFormat('json'),
  markdown: await loadAuditFormat('markdown'),
  html: await loadAuditFormat('html'),
};
