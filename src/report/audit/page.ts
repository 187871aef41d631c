/** What the report of one case says, in words of its language, before it is laid out: nine parts and the transcript. */
import type { AuditResult, ReportLanguage } from '../../result/result.ts';
import { say, type MessageKey } from '../../result/words.ts';
import type { ReportOptions } from '../options.ts';
import type { Block } from './block.ts';
import { certaintyOf } from './certainty.ts';
import { counterfactualsOf } from './counterfactuals.ts';
import { feltOf } from './felt.ts';
import { groundsOf } from './grounds.ts';
import { headOf, type Head } from './head.ts';
import { provenanceOf } from './provenance.ts';
import { recordOf } from './record.ts';
import { scorecardOf } from './scorecard.ts';
import { storyOf } from './story.ts';
import { transcriptOf } from './transcript.ts';
import { caseView } from './view.ts';

export interface CasePart {
  readonly id:
    | 'story'
    | 'grounds'
    | 'felt'
    | 'scorecard'
    | 'record'
    | 'certainty'
    | 'counterfactuals'
    | 'provenance'
    | 'transcript';
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export interface CasePage {
  readonly title: string;
  /** The heading of part 1. */
  readonly verdict: string;
  readonly head: Head;
  /** Parts 2 to 9, then the transcript. */
  readonly parts: readonly CasePart[];
}

/** The report of one case, every string in one line and free of control characters. */
export function casePage(audit: AuditResult, options: ReportOptions): CasePage {
  const { language, glossary } = options;
  const view = caseView(audit, options);
  const parts: readonly (readonly [CasePart['id'], readonly Block[]])[] = [
    ['story', storyOf(view)],
    ['grounds', groundsOf(view)],
    ['felt', feltOf(view)],
    ['scorecard', scorecardOf(view, glossary)],
    ['record', recordOf(view)],
    ['certainty', certaintyOf(view)],
    ['counterfactuals', counterfactualsOf(view)],
    ['provenance', provenanceOf(view)],
  ];
  return {
    title: say('heading.audit', language),
    verdict: numbered(1, 'heading.verdict', language),
    head: headOf(view),
    parts: [
      ...parts.map(([id, blocks], index) => ({
        id,
        heading: numbered(index + 2, `heading.${id}` as MessageKey, language),
        blocks,
      })),
      { id: 'transcript', heading: say('heading.transcript', language), blocks: transcriptOf(view) },
    ],
  };
}

/** A heading with its number, as reports in the language count their parts. */
function numbered(number: number, heading: MessageKey, language: ReportLanguage): string {
  const numeral = language === 'en' ? String(number) : '一二三四五六七八九'[number - 1]!;
  return say('audit.part', language, { number: numeral, title: say(heading, language) });
}
