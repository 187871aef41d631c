/** Part 1 of a case report: which call, judged how, who bears it. */
import { gravestVerdict } from '../../result/gravest-verdict.ts';
import type { AuditResult, VerdictResult } from '../../result/result.ts';
import { sayId, type MessageKey } from '../../result/words.ts';
import { scoreText } from '../figures.ts';
import { visible } from '../visible.ts';
import type { Fact, Tone } from './block.ts';
import type { CaseView } from './view.ts';

/** One allegation and what came out. */
export interface HeadVerdict {
  readonly verdict: VerdictResult['verdict'];
  readonly tone: Tone;
  readonly word: string;
  readonly allegation: string;
  /** `borne by the agent`. */
  readonly bearer?: string;
  /** Why it cannot be told. */
  readonly reason?: string;
  /** What it rests on; for insufficient evidence, what could not be told. */
  readonly because: {
    readonly label: string;
    /** With the number of the ground, where it is one. */
    readonly items: readonly { readonly title: string; readonly ground?: number }[];
  };
  /** What people made of it. */
  readonly reviewed?: string;
  readonly facts: readonly Fact[];
}

export interface Head {
  /** `Upheld, borne by the agent, 22.5 / 100, grade E`. */
  readonly headline: string;
  readonly tone: Tone;
  readonly verdicts: readonly HeadVerdict[];
  readonly score: {
    readonly text: string;
    /** The figure alone. */
    readonly figure: string;
    readonly value: number | null;
    readonly grade: string | null;
    /** What else there is to say about it. */
    readonly remarks: readonly string[];
    readonly facts: readonly Fact[];
  };
  /** Why a person should look at it. */
  readonly review: readonly string[];
  /** Call, agent, date. */
  readonly call: readonly Fact[];
}

/** The signal that a verdict sends: a complaint upheld is bad news for whoever bears it. */
const tones: Readonly<Record<VerdictResult['verdict'], Tone>> = {
  upheld: 'bad',
  'partly-upheld': 'unsure',
  'not-upheld': 'good',
  'insufficient-evidence': 'plain',
};

/** The head of the report. */
export function headOf(view: CaseView): Head {
  const { audit, say } = view;
  const verdicts = audit.verdicts.map((verdict) => verdictOf(verdict, view));
  const score = scoreOf(view);
  const gravest = gravestVerdict(audit.verdicts);
  const shown = gravest && verdicts[audit.verdicts.indexOf(gravest)];
  return {
    headline: [
      ...(shown === undefined ? [] : [shown.word, shown.bearer ?? '']),
      score.value === null ? '' : score.text,
      score.grade === null ? '' : say('audit.grade', { grade: score.grade }),
    ]
      .filter((part) => part !== '')
      .join(say('punctuation.comma')),
    tone: shown?.tone ?? 'plain',
    verdicts,
    score,
    review: (audit.review ?? []).map((reason) => visible(sayId('review', reason, view.language))),
    call: callFacts(audit, view),
  };
}

function callFacts({ call, case: { linked = [] } }: AuditResult, view: CaseView): readonly Fact[] {
  const agent = [call.agent?.name, call.agent?.id].filter((part) => part !== undefined);
  return factsOf(view, [
    [
      'label.call',
      linked.length === 0 ? call.id : view.say('audit.own-call', { id: call.id, call: view.own + 1 }),
    ],
    ['label.case', call.caseId],
    ['label.agent', agent.join(' · ')],
    ['label.team', call.agent?.team],
    ['label.date', call.startedAt],
    ['label.source', call.line === undefined ? call.source : `${call.source}:${call.line}`],
    [
      'label.linked',
      view.list(
        linked.map(({ id, turns, call: number }) =>
          view.say('audit.linked', { id, turns, call: number + 1 }),
        ),
      ),
    ],
  ]);
}

function verdictOf(result: VerdictResult, view: CaseView): HeadVerdict {
  const { audit, naming, say } = view;
  const { allegation, source, verdict, because, responsibility, reason } = result;
  const title = naming.allegation(allegation);
  const bearer = responsibility === null ? undefined : say(`responsibility.${responsibility}`);
  const label = say(verdict === 'insufficient-evidence' ? 'label.undecided' : 'label.because');
  const titles = because.map((id) => naming.criterion(id));
  const final = audit.case.reviewed?.verdicts.find((each) => each.allegation === allegation);
  const said = {
    tone: tones[verdict],
    word: say(`verdict.${verdict}`),
    allegation: source === 'filed' ? title : say('audit.default-allegation', { title }),
    ...(reason === undefined ? {} : { reason: say(`insufficient.${reason}`) }),
    ...(final === undefined || final.verdict === verdict
      ? {}
      : { reviewed: say('audit.after-review', { what: say(`verdict.${final.verdict}`) }) }),
  };
  return {
    ...said,
    verdict,
    ...(bearer === undefined ? {} : { bearer: say('audit.borne-by', { who: bearer }) }),
    because: { label, items: because.map((id) => itemOf(id, view)) },
    facts: [
      { label: say('label.allegation'), value: said.allegation },
      {
        label: say('label.verdict'),
        value: [said.word, ...(said.reviewed === undefined ? [] : [said.reviewed])].join(
          say('punctuation.comma'),
        ),
        tone: said.tone,
      },
      ...factsOf(view, [
        ['label.responsibility', bearer],
        ['label.reason', said.reason],
      ]),
      ...(titles.length === 0 ? [] : [{ label, value: view.titles(titles) }]),
    ],
  };
}

function itemOf(criterion: string, { naming, findings }: CaseView): HeadVerdict['because']['items'][number] {
  const at = findings.findIndex(({ id }) => id === criterion);
  return { title: naming.criterion(criterion), ...(at === -1 ? {} : { ground: at + 1 }) };
}

function scoreOf(view: CaseView): Head['score'] {
  const { say } = view;
  const {
    score: { total, grade, withoutAutoFail },
    case: { reviewed },
    review = [],
  } = view.audit;
  const text = total === null ? '–' : say('audit.of-hundred', { score: scoreText(total) });
  const remarks = [
    ...(withoutAutoFail !== total && withoutAutoFail !== null
      ? [say('audit.without-auto-fail', { score: scoreText(withoutAutoFail) })]
      : []),
    ...(reviewed === undefined
      ? []
      : [
          say('audit.after-review', {
            what: [scoreText(reviewed.total), ...(reviewed.grade === null ? [] : [reviewed.grade])].join(' '),
          }),
        ]),
  ];
  return {
    text,
    figure: scoreText(total),
    value: total,
    grade,
    remarks,
    facts: factsOf(view, [
      ['label.score', [text, ...remarks].join(say('punctuation.comma'))],
      ['label.grade', grade ?? undefined],
      ['label.review', view.list(review.map((reason) => sayId('review', reason, view.language)))],
    ]),
  };
}

/** Only what is known, labelled; values come from the file and are made visible. */
function factsOf(
  { say }: CaseView,
  entries: readonly (readonly [key: MessageKey, value: string | undefined])[],
): readonly Fact[] {
  return entries.flatMap(([key, value]): Fact[] =>
    value === undefined || value === '' ? [] : [{ label: say(key), value: visible(value) }],
  );
}
