/** The names of a pack's things in the reader's language. */
import type { Glossary, ReportLanguage } from '../result/result.ts';
import { visible } from './visible.ts';

export interface Naming {
  moment(id: string): string;
  criterion(id: string): string;
  why(id: string): string | undefined;
  section(id: string): string;
  allegation(id: string): string;
  name(kind: keyof Glossary['names'], id: string): string;
}

/** What the words are of that a pack listens for beside its moments: their ids begin so, as `key-facts/order/told` does. */
const marking: Readonly<Record<string, keyof Glossary['names']>> = {
  'key-facts': 'keyFact',
  gravity: 'gravity',
  promises: 'promise',
};

/**
 * Looks names up in a glossary; what it does not know is called by its id. Words that are no moment's are called by what
 * they were listened for.
 */
export function namingOf(glossary: Glossary, language: ReportLanguage): Naming {
  const own = <T>(table: Readonly<Record<string, T>>, id: string): T | undefined =>
    Object.hasOwn(table, id) ? table[id] : undefined;
  const name: Naming['name'] = (kind, id) => visible(own(glossary.names[kind], id)?.[language] ?? id);
  return {
    moment: (id) => {
      const title = own(glossary.moments, id)?.[language];
      if (title !== undefined) return visible(title);
      const [rule, named] = id.split('/');
      const kind = own(marking, rule!);
      return kind === undefined || named === undefined ? visible(id) : name(kind, named);
    },
    criterion: (id) => visible(own(glossary.criteria, id)?.title[language] ?? id),
    why: (id) => {
      const why = own(glossary.criteria, id)?.why[language];
      return why === undefined ? undefined : visible(why);
    },
    section: (id) => visible(own(glossary.sections, id)?.title[language] ?? id),
    allegation: (id) => visible(own(glossary.allegations, id)?.[language] ?? id),
    name,
  };
}
