/** The names of a pack's things in the reader's language. */
import type { Glossary, ReportLanguage } from '../result/result.ts';
import { visible } from './visible.ts';

export interface Naming {
  moment(id: string): string;
  criterion(id: string): string;
  why(id: string): string | undefined;
  section(id: string): string;
  allegation(id: string): string;
}

/** Looks names up in a glossary; what it does not know is called by its id. */
export function namingOf(glossary: Glossary, language: ReportLanguage): Naming {
  const own = <T>(table: Readonly<Record<string, T>>, id: string): T | undefined =>
    Object.hasOwn(table, id) ? table[id] : undefined;
  return {
    moment: (id) => visible(own(glossary.moments, id)?.[language] ?? id),
    criterion: (id) => visible(own(glossary.criteria, id)?.title[language] ?? id),
    why: (id) => {
      const why = own(glossary.criteria, id)?.why[language];
      return why === undefined ? undefined : visible(why);
    },
    section: (id) => visible(own(glossary.sections, id)?.title[language] ?? id),
    allegation: (id) => visible(own(glossary.allegations, id)?.[language] ?? id),
  };
}
