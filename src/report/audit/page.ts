/** What the report of one call says, in words of its language, before it is laid out. */
import { findingsOf } from '../../result/findings.ts';
import type { AuditResult, CriterionResult, TranscriptEvent, VerdictResult } from '../../result/result.ts';
import { say, sayId } from '../../result/words.ts';
import { timeText } from '../figures.ts';
import { namingOf, type Naming } from '../naming.ts';
import type { ReportOptions } from '../options.ts';
import { visible } from '../visible.ts';
import { factsOf, provenanceOf, type Fact } from './facts.ts';
import { markedTurns, type MarkedPart } from './marked.ts';
import { scorecardOf, type ScorecardGroup } from './scorecard.ts';

/** A turn, or something that happened between two turns. */
export type CaseLine =
  | {
      readonly kind: 'turn';
      readonly turn: string;
      readonly time: string;
      readonly speaker: string;
      readonly parts: readonly (Omit<MarkedPart, 'ends'> & { readonly tags: readonly string[] })[];
    }
  | { readonly kind: 'event'; readonly words: string };

/** Words that a finding rests on. */
export interface Quote {
  readonly where: string;
  readonly words: string;
  readonly tag: string;
}

export interface Ground {
  readonly title: string;
  readonly severity: CriterionResult['severity'];
  readonly severityWord: string;
  readonly quotes: readonly Quote[];
  readonly searched?: string;
  readonly why?: string;
  readonly say?: string;
}

export interface CasePage {
  readonly facts: readonly Fact[];
  readonly verdict: VerdictResult['verdict'] | undefined;
  readonly lines: readonly CaseLine[];
  readonly notes: readonly string[];
  readonly grounds: readonly Ground[];
  readonly scorecard: readonly ScorecardGroup[];
  readonly notEvaluated: readonly { readonly title: string; readonly reason: string }[];
  readonly provenance: readonly Fact[];
}

/** The report of one call, every string in one line and free of control characters. */
export function casePage(audit: AuditResult, options: ReportOptions): CasePage {
  const { language, glossary } = options;
  const naming = namingOf(glossary, language);
  // In English the ids are short words already; in Chinese the titles are.
  const tag = (id: string) => `⟦${language === 'en' ? visible(id) : naming.moment(id)}⟧`;
  const speakers = speakerNames(audit, options);
  return {
    facts: factsOf(audit, naming, language),
    verdict: audit.verdicts[0]?.verdict,
    lines: linesOf(audit, options, speakers, tag),
    notes: audit.case.notes.map(visible),
    grounds: findingsOf(audit).map((finding) => groundOf(finding, options, naming, speakers, tag)),
    scorecard: scorecardOf(audit, glossary, naming, language),
    notEvaluated: audit.criteria
      .filter(({ outcome, section }) => outcome === 'not-evaluated' && section !== undefined)
      .map(({ id, reason }) => ({
        title: naming.criterion(id),
        reason: reason === undefined ? '' : visible(sayId('reason', reason, language)),
      })),
    provenance: provenanceOf(audit, language),
  };
}

/** What each turn's speaker is called: the side, and which person of it where a side has several. */
function speakerNames(
  { case: { transcript } }: AuditResult,
  { language }: ReportOptions,
): ReadonlyMap<number, string> {
  const people = new Map<string, Set<string>>();
  for (const { speaker, participant } of transcript) {
    const known = people.get(speaker) ?? new Set();
    if (participant !== undefined) known.add(participant);
    people.set(speaker, known);
  }
  return new Map(
    transcript.map(({ turn, speaker, participant }) => {
      const side = say(`speaker.${speaker}`, language);
      const several = participant !== undefined && people.get(speaker)!.size > 1;
      return [turn, several ? `${side} (${visible(participant)})` : side];
    }),
  );
}

function linesOf(
  audit: AuditResult,
  { language }: ReportOptions,
  speakers: ReadonlyMap<number, string>,
  tag: (id: string) => string,
): readonly CaseLine[] {
  const marked = markedTurns(audit);
  const events = new Map<number, CaseLine[]>();
  for (const event of audit.case.events) {
    const line: CaseLine = { kind: 'event', words: eventWords(event, language) };
    const others = events.get(event.afterTurn);
    if (others === undefined) events.set(event.afterTurn, [line]);
    else others.push(line);
  }
  return [
    ...(events.get(-1) ?? []),
    ...audit.case.transcript.flatMap(({ turn, start }): CaseLine[] => [
      {
        kind: 'turn',
        turn: String(turn),
        time: start === undefined ? '' : timeText(start),
        speaker: speakers.get(turn)!,
        parts: marked.get(turn)!.map(({ text, mark, ends }) => ({ text, mark, tags: ends.map(tag) })),
      },
      ...(events.get(turn) ?? []),
    ]),
  ];
}

function eventWords({ kind, by, detail, at }: TranscriptEvent, language: ReportOptions['language']): string {
  const event = say(`event.${kind}`, language);
  return [
    at === undefined ? '' : timeText(at),
    by === undefined
      ? event
      : say('event.by', language, { event, who: visible(sayId('speaker', by, language)) }),
    detail === undefined ? '' : visible(detail),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function groundOf(
  { id, severity, evidence, searched, say: instead }: CriterionResult,
  { language }: ReportOptions,
  naming: Naming,
  speakers: ReadonlyMap<number, string>,
  tag: (id: string) => string,
): Ground {
  const why = naming.why(id);
  return {
    title: naming.criterion(id),
    severity,
    severityWord: say(`severity.${severity}`, language),
    quotes: evidence.map(({ moment, turn, start, quote, parts }) => ({
      where: [
        say('audit.turn', language, { turn }),
        ...(start === undefined ? [] : [timeText(start)]),
        ...(speakers.has(turn) ? [speakers.get(turn)!] : []),
      ].join(say('punctuation.comma', language)),
      words: say('audit.quote', language, {
        words: visible(parts?.map((part) => part.quote).join(' … ') ?? quote),
      }),
      tag: tag(moment),
    })),
    ...(searched === undefined
      ? {}
      : {
          searched: say('audit.searched', language, { from: searched.turns[0], to: searched.turns[1] }),
        }),
    ...(why === undefined ? {} : { why }),
    ...(instead === undefined ? {} : { say: say('audit.quote', language, { words: visible(instead) }) }),
  };
}
