/** Directives for lint in a document's comments: `callqa-disable-next-line no-calm-down until=2027-01-31 -- why`. */
import type { ScriptComment } from './document.ts';

export type DirectiveKind = 'disable' | 'disable-line' | 'disable-next-line' | 'enable';

export interface Directive {
  readonly kind: DirectiveKind;
  /** The rules it speaks of; all of them where it names none. */
  readonly rules: readonly string[];
  /** The last day on which it holds, `YYYY-MM-DD`, or what was written in its place. */
  readonly until?: string;
  readonly reason: string;
  readonly comment: ScriptComment;
}

const directive =
  /^callqa-(disable-next-line|disable-line|disable|enable)(?=$|[\s:：,，])[\s:：]*([\s\S]*)$/u;

/** What a comment directs; undefined for one that has nothing to do with lint, `unknown` for one that tries to. */
export function directiveOf(comment: ScriptComment): Directive | 'unknown' | undefined {
  const text = comment.text.trim();
  const found = directive.exec(text);
  if (found === null) return text.startsWith('callqa-') ? 'unknown' : undefined;
  const [, kind, rest] = found as unknown as [string, DirectiveKind, string];
  const cut = /(?:^|\s)(?:--|—+)(?=\s|$|\p{L})/u.exec(rest);
  const head = cut === null ? rest : rest.slice(0, cut.index);
  const reason = cut === null ? '' : rest.slice(cut.index + cut[0].length).trim();
  const until = /(?:^|[\s,，])until\s*[=:：]\s*(\S+?)[,，]?(?=\s|$)/u.exec(head);
  const names = until === null ? head : head.replace(until[0], ' ');
  return {
    kind,
    rules: names.split(/[\s,，、]+/u).filter((name) => name !== ''),
    ...(until === null ? {} : { until: until[1]! }),
    reason,
    comment,
  };
}

/** True for a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (found === null) return false;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
