/** The head and the foot of a case report: which call, judged how, and what the judgement was made from. */
import type { AuditResult, ReportLanguage } from '../../result/result.ts';
import { say, sayId, type MessageKey } from '../../result/words.ts';
import { scoreText, shareText } from '../figures.ts';
import type { Naming } from '../naming.ts';
import { visible } from '../visible.ts';

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly verdict?: true;
}

type Entry = readonly [key: MessageKey, value: string | undefined];

/** Only what is known, labelled; values come from the file and are made visible. */
function facts(language: ReportLanguage, entries: readonly Entry[]): readonly Fact[] {
  return entries.flatMap(([key, value]): Fact[] =>
    value === undefined || value === ''
      ? []
      : [
          {
            label: say(key, language),
            value: visible(value),
            ...(key === 'label.verdict' ? { verdict: true } : {}),
          },
        ],
  );
}

/** Which call it is, what was complained of, and what came out. */
export function factsOf(audit: AuditResult, naming: Naming, language: ReportLanguage): readonly Fact[] {
  const { call, score, verdicts, review = [] } = audit;
  const list = (items: readonly string[]) => items.join(say('punctuation.list', language));
  const comma = say('punctuation.comma', language);
  const agent = [call.agent?.name, call.agent?.id].filter((part) => part !== undefined);
  const fatal = score.withoutAutoFail !== score.total && score.withoutAutoFail !== null;
  return facts(language, [
    ['label.call', call.id],
    ['label.case', call.caseId],
    ['label.agent', agent.join(' · ')],
    ['label.team', call.agent?.team],
    ['label.date', call.startedAt],
    ['label.source', call.line === undefined ? call.source : `${call.source}:${call.line}`],
    ...verdicts.flatMap(({ allegation, source, verdict, because }): Entry[] => [
      [
        'label.allegation',
        source === 'filed'
          ? naming.allegation(allegation)
          : say('audit.default-allegation', language, { title: naming.allegation(allegation) }),
      ],
      ['label.verdict', say(`verdict.${verdict}`, language)],
      [
        verdict === 'insufficient-evidence' ? 'label.undecided' : 'label.because',
        list(because.map((id) => naming.criterion(id))),
      ],
    ]),
    [
      'label.score',
      [
        `${scoreText(score.total)}${score.total === null ? '' : ' / 100'}`,
        ...(fatal
          ? [say('audit.without-auto-fail', language, { score: scoreText(score.withoutAutoFail) })]
          : []),
      ].join(comma),
    ],
    ['label.grade', score.grade ?? undefined],
    ['label.coverage', shareText(Math.round(score.coverage * 10_000), 10_000)],
    ['label.review', list(review.map((reason) => sayId('review', reason, language)))],
  ]);
}

/** By what the result can be checked: the hash of what was read, the rules, the tool. */
export function provenanceOf({ call, pack, tool }: AuditResult, language: ReportLanguage): readonly Fact[] {
  return facts(language, [
    ['label.transcript-hash', `sha256 ${call.sha256}`],
    ['label.pack', `${pack.id} ${pack.version}, sha256 ${pack.sha256}`],
    ['label.tool', tool],
  ]);
}
