/** `callqa rules list`: the moments and criteria of a pack, for a terminal, for a document, for a program. */
import type { ChalkInstance } from 'chalk';
import { localise } from '../batch/glossary.ts';
import type { Pack } from '../pack/model.ts';
import { jsonText } from '../report/json-text.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { tableLines } from '../report/table.ts';
import type { ReportLanguage } from '../result/result.ts';
import { say } from '../result/words.ts';

export type RulesFormat = 'text' | 'json' | 'markdown';

interface RulesLook {
  readonly language: ReportLanguage;
  readonly width: number;
  readonly chalk: ChalkInstance;
}

interface Table {
  readonly heading: string;
  readonly columns: readonly { readonly heading: string; readonly shrinks?: true }[];
  readonly rows: readonly (readonly string[])[];
}

function tablesOf({ moments, criteria, scorecard }: Pack, language: ReportLanguage): readonly Table[] {
  const byId = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  return [
    {
      heading: say('rules.moments', language),
      columns: [
        { heading: say('rules.id', language) },
        { heading: say('rules.said-by', language) },
        { heading: say('rules.title', language), shrinks: true },
        { heading: say('rules.phrases-column', language) },
      ],
      rows: moments.map(({ id, speaker, title, phrases, detector }) => [
        id,
        say(`speaker.${speaker}`, language),
        localise(title, language),
        detector === undefined ? String(phrases.length) : `${phrases.length} + ${detector}`,
      ]),
    },
    {
      heading: say('rules.criteria', language),
      columns: [
        { heading: say('rules.id', language) },
        { heading: say('rules.section', language) },
        { heading: say('rules.weight', language) },
        { heading: say('rules.severity', language) },
        { heading: say('rules.title', language), shrinks: true },
      ],
      rows: scorecard.sections.flatMap(({ id: section, criteria: members }) =>
        members.map(({ id, weight }) => {
          const { severity, title } = byId.get(id)!;
          return [
            id,
            section,
            String(weight),
            say(`severity.${severity}`, language),
            localise(title, language),
          ];
        }),
      ),
    },
  ];
}

/** The list as a string with its final line break. */
export function rulesList(pack: Pack, format: RulesFormat, { language, width, chalk }: RulesLook): string {
  const tables = tablesOf(pack, language);
  switch (format) {
    case 'json':
      return `${jsonText(
        {
          pack: { id: pack.id, version: pack.version, sha256: pack.sha256 },
          moments: pack.moments.map(({ id, speaker, title, phrases, detector }) => ({
            id,
            speaker,
            title,
            phrases: phrases.length,
            ...(detector === undefined ? {} : { detector }),
          })),
          criteria: pack.criteria.map(({ id, form, severity, title }) => ({ id, form, severity, title })),
          sections: pack.scorecard.sections,
        },
        2,
      )}\n`;
    case 'markdown':
      return `${tables
        .map(({ heading, columns, rows }) => `### ${heading}\n\n${markdownTable(columns, rows)}`)
        .join('\n\n')}\n`;
    case 'text':
      return `${[
        [chalk.bold(`${pack.id} ${pack.version}: ${localise(pack.title, language)}`)],
        ...tables.map(({ heading, columns, rows }) => [
          chalk.bold(say('rules.heading', language, { name: heading, count: rows.length })),
          ...tableLines(
            columns,
            rows.map((row) => row.map((text) => ({ text }))),
            width,
            chalk.dim,
          ),
        ]),
      ]
        .map((lines) => lines.join('\n'))
        .join('\n\n')}\n`;
  }
}
