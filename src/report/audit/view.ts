/** What every part of a case report needs: the case, its language, and how places and quotes are said in it. */
import { findingsOf } from '../../result/findings.ts';
import type { AuditResult, CriterionResult, Evidence, ReportLanguage } from '../../result/result.ts';
import { say, type MessageKey } from '../../result/words.ts';
import { timeText } from '../figures.ts';
import { namingOf, type Naming } from '../naming.ts';
import type { ReportOptions } from '../options.ts';
import { visible } from '../visible.ts';
import type { Place, Quote } from './block.ts';

export interface CaseView {
  readonly audit: AuditResult;
  /** The number of the reported call among those of the case, from 0. */
  readonly own: number;
  readonly language: ReportLanguage;
  readonly naming: Naming;
  /** The criteria that were not met, those that decide a verdict first; a ground's number is its place here, from 1. */
  readonly findings: readonly CriterionResult[];
  readonly say: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
  /** Items in a row, as the language joins them. */
  readonly list: (items: readonly string[]) => string;
  /** Titles in a row: they hold commas themselves. */
  readonly titles: (items: readonly string[]) => string;
  /** What a moment is, beside the name of who says it: its title without that name at its head. */
  readonly deed: (moment: string) => string;
  /** A moment's short name: in English the id, which is a short word already; in Chinese as `deed`. */
  readonly tag: (moment: string) => string;
  readonly quoted: (words: string) => string;
  /** Who spoke a turn: the side, and which person of it where a side has several. */
  readonly speaker: (turn: number) => string | undefined;
  /** Where a turn of one of the case's calls stands; `call` counts from 0 and is the reported call where it is absent. */
  readonly place: (
    turn: number,
    where?: { readonly start?: number | undefined; readonly call?: number },
  ) => Place;
  /** A turn without who and when: `turn 5`, `call 2, turn 5`. */
  readonly turn: (turn: number, call?: number) => string;
  readonly quote: (evidence: Evidence) => Quote;
  /** Several: words within others are quoted once, with the names of all that was found in them. */
  readonly quotes: (evidence: readonly Evidence[]) => readonly Quote[];
  /** Whether a verdict rests on a criterion. */
  readonly decides: (criterion: string) => boolean;
}

/** The view of a case in one language. */
export function caseView(audit: AuditResult, { language, glossary }: ReportOptions): CaseView {
  const naming = namingOf(glossary, language);
  const speakers = speakerNames(audit, language);
  const deciding = new Set(
    audit.verdicts
      .filter(({ verdict }) => verdict === 'upheld' || verdict === 'partly-upheld')
      .flatMap(({ because }) => because),
  );
  const findings = findingsOf(audit);
  const own = ownCall(audit);
  const customer = say('speaker.customer', language);
  const deed = (id: string): string => {
    const title = naming.moment(id);
    return title.length > customer.length && title.startsWith(customer)
      ? title.slice(customer.length)
      : title;
  };
  const tag = (id: string) => (language === 'en' && !id.includes('/') ? visible(id) : deed(id));
  const quoted = (words: string) => say('audit.quote', language, { words: visible(words) });
  const turnWords = (turn: number, call = own) =>
    call === own
      ? say('audit.turn', language, { turn })
      : say('audit.call-turn', language, { call: call + 1, turn });
  const place: CaseView['place'] = (turn, { start, call = own } = {}) => {
    if (call !== own) return { text: turnWords(turn, call) };
    const speaker = speakers.get(turn);
    return {
      text: [
        turnWords(turn),
        ...(start === undefined ? [] : [timeText(start)]),
        ...(speaker === undefined ? [] : [speaker]),
      ].join(say('punctuation.comma', language)),
      ...(speaker === undefined ? {} : { turn }),
    };
  };
  const quote: CaseView['quote'] = ({ moment, turn, start, quote, parts }) => ({
    place: place(turn, { start }),
    words: quoted(parts?.map((part) => part.quote).join(' … ') ?? quote),
    tag: tag(moment),
  });
  return {
    audit,
    own,
    language,
    naming,
    findings: [
      ...findings.filter(({ id }) => deciding.has(id)),
      ...findings.filter(({ id }) => !deciding.has(id)),
    ],
    say: (key, values) => say(key, language, values),
    list: (items) => items.join(say('punctuation.list', language)),
    titles: (items) => items.join(say('punctuation.titles', language)),
    deed,
    tag,
    quoted,
    speaker: (turn) => speakers.get(turn),
    place,
    turn: turnWords,
    quote,
    quotes: (evidence) =>
      widest(evidence).map(({ outer, moments }) => ({
        ...quote(outer),
        tag: [...new Set(moments)].map(tag).join(say('punctuation.list', language)),
      })),
    decides: (criterion) => deciding.has(criterion),
  };
}

/** The evidence that lies within no other, each with the moments of what lies within it; its own moment first. */
function widest(
  evidence: readonly Evidence[],
): readonly { readonly outer: Evidence; readonly moments: readonly string[] }[] {
  const within = (inner: Evidence, outer: Evidence) =>
    inner.parts === undefined &&
    outer.parts === undefined &&
    inner.turn === outer.turn &&
    inner.span[0] >= outer.span[0] &&
    inner.span[1] <= outer.span[1];
  const covered = (one: Evidence, index: number) =>
    evidence.some((other, at) => at !== index && within(one, other) && (!within(other, one) || at < index));
  return evidence
    .filter((one, index) => !covered(one, index))
    .map((outer) => ({
      outer,
      moments: [outer.moment, ...evidence.filter((one) => within(one, outer)).map(({ moment }) => moment)],
    }));
}

/** Which call of the case the result is of: the number that the other calls leave out. */
function ownCall({ case: { linked = [] } }: AuditResult): number {
  const others = new Set(linked.map(({ call }) => call));
  let own = 0;
  while (others.has(own)) own += 1;
  return own;
}

function speakerNames(
  { case: { transcript } }: AuditResult,
  language: ReportLanguage,
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
