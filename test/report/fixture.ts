/** Results made by hand, small enough to see through, for the tests of reports. */
import { Chalk, type ChalkInstance } from 'chalk';
import type { ReportOptions } from '../../src/report/options.ts';
import type {
  AuditResult,
  BatchResult,
  CallResult,
  CriterionResult,
  ErrorResult,
  Evidence,
  Glossary,
  MomentResult,
  ReportLanguage,
} from '../../src/result/result.ts';
import { totalsOf } from '../../src/result/totals.ts';

const words = (en: string, zh: string, tw: string) => ({ en, 'zh-CN': zh, 'zh-TW': tw });
const why = words('A customer wants to be heard.', '客户希望被倾听。', '客戶希望被傾聽。');

export const glossary: Glossary = {
  moments: {
    'calm-down': words('Tells the customer to calm down', '让客户冷静', '要客戶冷靜'),
    problem: words('Describes a problem', '描述问题', '描述問題'),
  },
  criteria: {
    'no-calm-down': {
      title: words('Does not tell the customer to calm down', '不让客户冷静', '不要客戶冷靜'),
      why,
    },
    'proactive-lookup': {
      title: words('Looks it up before answering', '主动查询核实', '主動查詢核實'),
      why,
    },
    greets: { title: words('Greets', '礼貌问候', '禮貌問候'), why },
    'no-interruption': { title: words('Does not interrupt', '不打断客户', '不打斷客戶'), why },
  },
  sections: {
    understanding: { title: words('Understanding', '理解', '理解'), group: 'respect' },
    agreement: { title: words('Agreement', '认同', '認同'), group: 'respect' },
    process: { title: words('Process', '流程', '流程') },
  },
  allegations: { handling: words('How the call was handled', '服务处理', '服務處理') },
  names: { keyFact: {}, complaintType: {}, gravity: {}, promise: {}, ground: {}, step: {} },
};

const plain: ChalkInstance = new Chalk({ level: 0 });
export const coloured: ChalkInstance = new Chalk({ level: 1 });

export function options(
  language: ReportLanguage = 'en',
  width = 80,
  chalk = plain,
  names: Glossary = glossary,
): ReportOptions {
  return { language, glossary: names, width, chalk };
}

export function criterion(id: string, changes: Partial<CriterionResult> = {}): CriterionResult {
  return {
    id,
    section: 'understanding',
    severity: 'ordinary',
    outcome: 'met',
    points: { earned: 10, possible: 10 },
    evidence: [],
    ...changes,
  };
}

export function notMet(id: string, changes: Partial<CriterionResult> = {}): CriterionResult {
  return criterion(id, { outcome: 'not-met', points: { earned: 0, possible: 10 }, ...changes });
}

export function callResult(changes: Partial<CallResult> = {}, id = 'call-1'): CallResult {
  return {
    schema: 'callqa/result@1',
    call: { id, source: `calls/${id}.txt`, sha256: 'a'.repeat(64), language: 'en', turns: 3 },
    score: {
      total: 62.5,
      grade: 'D',
      coverage: 0.75,
      withoutAutoFail: 62.5,
      critical: [],
      sections: [
        { id: 'understanding', score: 100, weight: 20 },
        { id: 'agreement', score: 25, weight: 30 },
        { id: 'process', score: null, weight: 10 },
      ],
    },
    verdicts: [
      {
        allegation: 'handling',
        source: 'default',
        verdict: 'not-upheld',
        because: [],
        responsibility: null,
        counterfactuals: [],
      },
    ],
    criteria: [criterion('greets')],
    moments: [],
    pack: { id: 'respect-sincerity', version: '1.0.0', sha256: 'b'.repeat(64) },
    tool: 'callqa/0.1.0',
    ...changes,
  };
}

export const error: ErrorResult = {
  schema: 'callqa/error@1',
  source: 'calls/broken.json',
  line: 3,
  column: 7,
  code: 'json-invalid',
  message: 'A comma is missing.',
  hint: 'Put one before the string.',
};

export function batch(results: readonly CallResult[], errors: readonly ErrorResult[] = []): BatchResult {
  return { results, errors, totals: totalsOf([...results, ...errors]) };
}

/** The turn and span of words in a transcript, as evidence and as a moment. */
function found(id: string, texts: readonly string[], turn: number, quote: string): Evidence & MomentResult {
  const start = texts[turn]!.indexOf(quote);
  return {
    id,
    moment: id,
    turn,
    span: [start, start + quote.length],
    quote,
    speaker: turn % 2 === 0 ? 'customer' : 'agent',
  };
}

function evidence({ moment, turn, span, quote }: Evidence): Evidence {
  return { moment, turn, span, quote };
}

function moment({ id, turn, span, quote, speaker }: MomentResult): MomentResult {
  return { id, turn, span, quote, speaker };
}

/** A call of four turns, customer first, in which the agent says `calmDown` in turn 1. */
export function audit(
  texts: readonly [string, string, string, string],
  quotes: { readonly problem: string; readonly calmDown: string },
  timed = false,
): AuditResult {
  const problem = found('problem', texts, 0, quotes.problem);
  const calmDown = found('calm-down', texts, 1, quotes.calmDown);
  return {
    ...callResult({
      call: {
        id: 'call-1',
        source: 'calls/all.jsonl',
        line: 4,
        sha256: 'a'.repeat(64),
        language: 'en',
        startedAt: '2024-01-15T10:30:00+08:00',
        agent: { id: 'a7', name: 'Li Na', team: 'North' },
        turns: 4,
      },
      score: { ...callResult().score, critical: ['no-calm-down'], total: 0, withoutAutoFail: 62.5 },
      verdicts: [
        {
          allegation: 'handling',
          source: 'default',
          verdict: 'upheld',
          because: ['proactive-lookup'],
          responsibility: 'agent',
          counterfactuals: [],
        },
      ],
      criteria: [
        criterion('greets'),
        notMet('proactive-lookup', {
          section: 'agreement',
          searched: { turns: [1, 3] },
          say: 'Bear with me, I am looking it up.',
        }),
        notMet('no-calm-down', {
          section: 'agreement',
          severity: 'critical',
          points: { earned: 0, possible: 5 },
          evidence: [{ ...evidence(calmDown), ...(timed ? { start: 65_000 } : {}) }],
        }),
        criterion('no-interruption', {
          section: 'process',
          outcome: 'not-evaluated',
          reason: 'timings-missing',
          points: { earned: 0, possible: 0 },
        }),
      ],
      moments: [moment(problem), moment(calmDown)],
      review: ['fatal-uncertain'],
    }),
    case: {
      transcript: texts.map((text, turn) => ({
        turn,
        speaker: turn % 2 === 0 ? 'customer' : 'agent',
        text,
        ...(timed ? { start: turn * 65_000 } : {}),
      })),
      events: [
        { kind: 'hold', afterTurn: 1, by: 'agent' },
        { kind: 'disconnect', afterTurn: 3, by: 'customer' },
      ],
      notes: ['Promised a call back.'],
      story: [],
      felt: [],
      keyFacts: [],
      complaintType: null,
      gravity: null,
      promises: [],
      protocols: [],
      mitigation: [],
      mood: [],
      caveats: [],
      provenance: {
        transcripts: [{ source: 'calls/all.jsonl', sha256: 'a'.repeat(64) }],
        pack: callResult().pack,
        arguments: [],
        tool: 'callqa/0.1.0',
      },
    },
  };
}

export const englishAudit = audit(
  [
    'Hello, my order is broken and nobody ever calls me back about it.',
    'Please calm down, it is on its way. Our system says so, and I am sure it will be with you before long.',
    'I will not.',
    'Bye.',
  ],
  { problem: 'is broken', calmDown: 'calm down' },
  true,
);

export const chineseAudit = audit(
  [
    '你好，我上个月买的洗衣机坏了，打了三次电话都没有人理我，你们到底管不管？',
    '先生，请您先冷静一下，这个情况我这边已经给您登记过了，您再等一等就好了。',
    '我不等。',
    '再见。',
  ],
  { problem: '洗衣机坏了', calmDown: '先冷静一下' },
);
