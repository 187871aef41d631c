/** What the columns of a table hold, by their headers: what is said, by whom, and what tells of a row. */
import { fieldKey } from '../../read/fields.ts';
import { teachingOf } from '../counter-example.ts';
import type { VoiceChange } from '../speech.ts';
import type { ScriptReading } from './contents.ts';
import {
  isCustomersField,
  isKindField,
  isLanguageField,
  isRemarkField,
  isScenarioField,
  isSpeakerField,
  isStepField,
  isTitleField,
} from './field-names.ts';

type Role = 'said' | 'scenario' | 'title' | 'speaker' | 'step' | 'kind' | 'remark' | 'directive';

export interface Column {
  /** Undefined for one that no name tells anything of. */
  readonly role: Role | undefined;
  readonly change: VoiceChange;
  /** Agents say it, and it is judged. */
  readonly isJudged: boolean;
}

/** What the user can say of a column, and what that makes of it. */
const namedRoles: Readonly<Record<string, Role>> = {
  text: 'said',
  customer: 'said',
  scenario: 'scenario',
  title: 'title',
  speaker: 'speaker',
};

/** The columns of a header. */
export function columnRoles(
  header: readonly string[],
  { voices, isSaid, columns: named }: ScriptReading,
): readonly Column[] {
  const namedAs = new Map(Object.entries(named).map(([role, title]) => [fieldKey(title), role]));
  const isOther = header.some((name) => namedAs.get(fieldKey(name)) === 'text');
  const roleOf = (name: string): Role | undefined => {
    const own = namedAs.get(fieldKey(name));
    if (own !== undefined) return namedRoles[own];
    if (/^callqa$/iu.test(name)) return 'directive';
    if (isScenarioField(name) && !isSaid(name)) return 'scenario';
    if (!isOther && (isSaid(name) || isCustomersField(name) || teachingOf(name) !== undefined)) return 'said';
    if (isSpeakerField(name)) return 'speaker';
    if (isStepField(name)) return 'step';
    if (isTitleField(name)) return 'title';
    if (isKindField(name)) return 'kind';
    if (isRemarkField(name)) return 'remark';
    if (isOther) return undefined;
    return isLanguageField(name) || voices.labelOf(name)?.speaker === 'customer' ? 'said' : undefined;
  };
  return header.map((full): Column => {
    const name = full.trim();
    const role = roleOf(name);
    const teaching = teachingOf(name);
    const isCustomers = isCustomersField(name) || namedAs.get(fieldKey(name)) === 'customer';
    const speaker = isCustomers ? 'customer' : voices.labelOf(name)?.speaker;
    const change: VoiceChange = {
      ...(speaker === undefined ? {} : { speaker: speaker === 'customer' ? 'customer' : 'agent' }),
      ...(teaching === undefined ? {} : { exempt: teaching === 'bad' ? name : '' }),
    };
    const isJudged = role === 'said' && change.speaker !== 'customer' && (change.exempt ?? '') === '';
    return { role, change, isJudged };
  });
}
