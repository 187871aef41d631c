/** Which columns of a table in Markdown are read: all that may be said. */
import type { VoiceChange } from '../speech.ts';
import { columnRoles, type Column } from './column-roles.ts';
import type { ScriptReading } from './contents.ts';

export interface ReadColumn {
  readonly role: Column['role'];
  readonly change: VoiceChange;
  readonly isRead: boolean;
}

/**
 * The columns under a header. A table in Markdown need not name what is said: but for those that tell of the row (场景,
 * 备注, `Why`) all columns are read, and where all of them tell of it, they are too.
 */
export function readColumns(header: readonly string[], reading: ScriptReading): readonly ReadColumn[] {
  const names = header.map((name) => name.trim());
  const columns = columnRoles(names, reading).map(({ role, change: ofRole }, index) => {
    const change = { ...ofRole, ...reading.voices.changeOf(names[index]!) };
    const isVoiced = change.speaker !== undefined || change.exempt !== undefined;
    const tells = !isVoiced && role !== undefined && role !== 'said';
    return { role: isVoiced ? 'said' : role, change, tells } as const;
  });
  const isAllTelling = columns.every(({ tells }) => tells);
  return columns.map(({ role, change, tells }) => ({ role, change, isRead: isAllTelling || !tells }));
}
