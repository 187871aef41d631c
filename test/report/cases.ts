/** One disputed call in full, in English and in Chinese, as an adjudication would give it: made by hand. */
import type { AuditResult, Evidence, MomentResult } from '../../src/result/result.ts';
import { criterion, notMet } from './fixture.ts';

interface Script {
  readonly language: 'en' | 'zh-CN';
  readonly id: string;
  readonly agent: string;
  /** Agent first, then in turn; `{words|moment}` is a moment. */
  readonly turns: readonly string[];
  readonly say: Readonly<Record<'proactive-lookup' | 'acknowledges-feelings' | 'no-calm-down', string>>;
  readonly note: string;
  readonly reason: string;
  readonly statement: string;
  readonly reviewer: string;
}

const english: Script = {
  language: 'en',
  id: 'bonus-dispute',
  agent: 'Dana',
  turns: [
    '{Thank you for calling Northline Mobile|greeting}, this is Dana. How can I help you?',
    'I topped up twenty pounds ten minutes ago and {the five gig bonus hasn’t shown up|problem}. {It’s really annoying|dissatisfaction}.',
    'The bonus is sent by text, so {please wait for the text message|wait-advice}.',
    '{My brother’s came straight away|dissatisfaction}. Why didn’t I get mine?',
    'Texts can be delayed. {You can check it yourself by texting BONUS to 4141|self-service}.',
    '{I don’t want to text anything|rejection}, I called so that you could look it up for me.',
    '{You can just text BONUS|self-service} and it will tell you your balance.',
    '{Are you stupid or what|abuse}? Check it on your side. My number is ***********.',
    '{Please calm down|calm-down}. {If you go on like this I will have to end the call; I would rather help you|warning}.',
    'The offer ends tonight. {I will report you to the regulator|threat}.',
    'If it has not come {within 48 hours|timeframe}, {a supervisor will call you back|follow-up-promise}.',
    'Forty-eight hours? {You are useless, the lot of you|abuse}.',
    '{I’m sorry for the inconvenience|apology}. {I am ending this call now|hang-up-notice}, goodbye.',
  ],
  say: {
    'proactive-lookup': 'Bear with me a moment, I’m looking up your top-up now.',
    'acknowledges-feelings': 'I can see why that is annoying, with the offer ending tonight.',
    'no-calm-down': 'I understand, let us see what I can do right away.',
  },
  note: 'Customer abusive, warned once, call ended. Supervisor to ring back.',
  reason: 'the lookup is on the screen recording',
  statement: 'The system was down; I could not look anything up.',
  reviewer: 'M. Ortiz',
};

const chinese: Script = {
  language: 'zh-CN',
  id: '抽奖号码-争议',
  agent: '李娜',
  turns: [
    '{您好，0316号为您服务|greeting}，请问有什么可以帮您？',
    '我刚刚在手机营业厅充了一百块话费，{送的抽奖号码到现在都没收到|problem}，{真是急死人了|dissatisfaction}。',
    '先生，抽奖号码是以短信形式下发的，{请您耐心等待短信|wait-advice}。',
    '我朋友同一时间充的早就到了，{怎么就我的没有|dissatisfaction}？',
    '短信下发可能会有延迟的，{您也可以自己编辑短信CJ发送到10010查询|self-service}。',
    '{我不想自己查|rejection}，我打电话来就是想让你帮我看一下。',
    '您发短信查询是最方便的，{编辑CJ发送到10010就可以了|self-service}。',
    '{你是不是傻|abuse}？查一下不就行了！我号码是***********。',
    '{您先冷静一下|calm-down}。{如果您继续这样，我只能先结束通话；我很愿意继续帮您|warning}。',
    '活动今天晚上就截止了，{我要去工信部投诉你们|threat}！',
    '如果{四十八小时|timeframe}之后还没有收到，{我请主管给您回电|follow-up-promise}。',
    '四十八小时？{你们全都是废物|abuse}。',
    '{非常抱歉给您带来不便|apology}。{我现在结束本次通话|hang-up-notice}，再见。',
  ],
  say: {
    'proactive-lookup': '请您稍等，我马上为您查询充值记录。',
    'acknowledges-feelings': '活动今晚就截止，您着急我完全理解。',
    'no-calm-down': '您的心情我理解，我们一起看看现在能怎么处理。',
  },
  note: '客户辱骂，已警告一次后结束通话，请主管回电。',
  reason: '录屏显示已查询充值记录',
  statement: '当时系统故障，无法查询。',
  reviewer: '王芳',
};

function caseOf(script: Script): AuditResult {
  const found: (Evidence & MomentResult)[] = [];
  const texts = script.turns.map((written, turn) => {
    let text = '';
    for (const piece of written.split(/(\{[^}]*\})/)) {
      const [, quote, id] = /^\{(.*)\|(.*)\}$/.exec(piece) ?? [];
      if (quote !== undefined && id !== undefined) {
        const span = [text.length, text.length + quote.length] as const;
        const speaker = turn % 2 === 0 ? 'agent' : 'customer';
        found.push({ id, moment: id, turn, span, quote, speaker, start: turn * 14_000 });
      }
      text += quote ?? piece;
    }
    return text;
  });
  const at = (moment: string, turn?: number): Evidence => {
    const one = found.find((each) => each.id === moment && (turn === undefined || each.turn === turn))!;
    return { moment, turn: one.turn, span: one.span, quote: one.quote, start: one.turn * 14_000 };
  };
  const quoted = (moment: string, turn?: number) => {
    const { turn: where, quote } = at(moment, turn);
    return { turn: where, quote };
  };
  const step = (turn: number, moments: readonly string[]) => ({
    call: 0,
    turn,
    start: turn * 14_000,
    by: turn % 2 === 0 ? ('agent' as const) : ('customer' as const),
    moments,
    quote: at(moments[0]!, turn).quote,
  });
  const source = `calls/${script.id}.txt`;
  const pack = { id: 'respect-sincerity', version: '1.0.0', sha256: 'b'.repeat(64) };
  return {
    schema: 'callqa/result@1',
    call: {
      id: script.id,
      source,
      sha256: 'a'.repeat(64),
      caseId: 'DB-1182',
      language: script.language,
      startedAt: '2024-05-02T18:40:00+08:00',
      channel: 'phone',
      agent: { id: '2207', name: script.agent, team: 'North' },
      turns: texts.length,
    },
    score: {
      total: 31.4,
      grade: 'E',
      coverage: 0.9212,
      withoutAutoFail: 31.4,
      critical: ['no-calm-down', 'hang-up-protocol'],
      sections: [
        { id: 'understanding', score: 100, weight: 8 },
        { id: 'agreement', score: 28.6, weight: 20 },
        { id: 'emotion', score: 36, weight: 25 },
        { id: 'assistance', score: 8.6, weight: 40 },
        { id: 'process', score: 62.5, weight: 7 },
        { id: 'conduct', score: null, weight: 5 },
      ],
    },
    verdicts: [
      {
        allegation: 'handling',
        source: 'default',
        verdict: 'upheld',
        because: ['acknowledges-feelings', 'proactive-lookup', 'no-repeated-deflection'],
        responsibility: 'agent',
        counterfactuals: [
          {
            flip: ['acknowledges-feelings', 'proactive-lookup'],
            score: 78,
            verdict: 'not-upheld',
          },
          { flip: ['proactive-lookup', 'no-repeated-deflection'], score: 81.5, verdict: 'not-upheld' },
        ],
      },
      {
        allegation: 'hung-up',
        source: 'filed',
        verdict: 'insufficient-evidence',
        because: ['no-interruption'],
        responsibility: null,
        reason: 'not-evaluated',
        counterfactuals: [{ flip: ['greets'], score: null, verdict: 'upheld' }],
      },
    ],
    criteria: [
      criterion('greets', { evidence: [at('greeting')] }),
      notMet('acknowledges-feelings', {
        section: 'agreement',
        searched: { turns: [2, 4] },
        say: script.say['acknowledges-feelings'],
      }),
      notMet('no-calm-down', {
        section: 'emotion',
        severity: 'critical',
        points: { earned: 0, possible: 3 },
        evidence: [at('calm-down')],
        say: script.say['no-calm-down'],
      }),
      notMet('proactive-lookup', {
        section: 'assistance',
        searched: { turns: [2, 4] },
        evidence: [at('wait-advice')],
        say: script.say['proactive-lookup'],
      }),
      notMet('no-repeated-deflection', {
        section: 'assistance',
        points: { earned: 0, possible: 6 },
        evidence: [at('self-service', 4), at('self-service', 6)],
      }),
      criterion('gives-timeframe', {
        section: 'process',
        points: { earned: 2.5, possible: 5 },
        evidence: [at('timeframe')],
      }),
      criterion('no-interruption', {
        section: 'process',
        outcome: 'not-evaluated',
        reason: 'timings-missing',
        points: { earned: 0, possible: 0 },
      }),
      notMet('hang-up-protocol', {
        section: 'conduct',
        severity: 'critical',
        points: { earned: 0, possible: 10 },
        evidence: [at('hang-up-notice')],
      }),
    ],
    moments: found.map(({ id, turn, speaker, span, quote }) => ({ id, turn, speaker, span, quote })),
    review: ['fatal-uncertain'],
    pack,
    tool: 'callqa/0.1.0',
    case: {
      transcript: texts.map((text, turn) => ({
        turn,
        speaker: turn % 2 === 0 ? 'agent' : 'customer',
        text,
        start: turn * 14_000,
      })),
      events: [
        { kind: 'hold', afterTurn: 6, by: 'agent', at: 90_000 },
        { kind: 'resume', afterTurn: 6, at: 95_000 },
        { kind: 'disconnect', afterTurn: 12, by: 'agent', at: 171_000 },
      ],
      notes: [script.note],
      story: [
        step(1, ['problem', 'dissatisfaction']),
        { ...step(2, ['wait-advice']), answer: { kind: 'upset', ...quoted('dissatisfaction', 3) } },
        { ...step(4, ['self-service']), answer: { kind: 'declined', ...quoted('rejection') } },
        { ...step(6, ['self-service']), answer: { kind: 'angrier', ...quoted('abuse', 7) } },
        { ...step(8, ['warning', 'calm-down']), answer: { kind: 'threatened', ...quoted('threat') } },
        {
          ...step(10, ['follow-up-promise', 'timeframe']),
          answer: { kind: 'angrier', ...quoted('abuse', 11) },
        },
        step(12, ['hang-up-notice', 'apology']),
        {
          call: 0,
          turn: 12,
          start: 171_000,
          by: 'system',
          moments: [],
          event: { kind: 'disconnect', afterTurn: 12, by: 'agent', at: 171_000 },
        },
      ],
      felt: [
        { id: 'looked-up', felt: false, evidence: [] },
        { id: 'analysed', felt: false, evidence: [] },
        { id: 'soothed', felt: true, evidence: [at('apology')] },
        { id: 'shown-a-way', felt: false, evidence: [] },
      ],
      keyFacts: [
        { id: 'who', status: 'recorded', source: 'metadata' },
        { id: 'what', status: 'recorded', source: 'customer', ...quoted('problem') },
        { id: 'want', status: 'recorded', source: 'customer', ...quoted('problem') },
        { id: 'when', status: 'asked', turn: 2 },
        { id: 'contact', status: 'recorded', source: 'customer', turn: 7, quote: '***********' },
        { id: 'order', status: 'missing' },
      ],
      complaintType: { id: 'service', evidence: [at('dissatisfaction', 3)] },
      gravity: { id: 'major', evidence: [at('threat')] },
      promises: [
        {
          id: 'supervisor-call',
          call: 0,
          ...quoted('follow-up-promise'),
          dueAfter: 1_800_000,
          dueFrom: 'policy',
          status: 'late',
          keptIn: { call: 1, turn: 0 },
        },
        {
          id: 'progress-message',
          call: 0,
          ...quoted('timeframe'),
          dueAfter: 172_800_000,
          dueFrom: 'said',
          status: 'open',
        },
      ],
      protocols: [
        {
          criterion: 'hang-up-protocol',
          grounds: [{ id: 'insult', strikes: 2, needed: 3, evidence: [at('abuse', 7), at('abuse', 11)] }],
          warnings: [{ evidence: at('warning'), after: at('abuse', 7) }],
          steps: [
            { id: 'polite-warning', taken: true, ...quoted('warning') },
            { id: 'consequence', taken: false, turn: 12 },
            { id: 'announcement', taken: true, ...quoted('hang-up-notice') },
            { id: 'note', taken: true, byNote: true },
          ],
          endedBy: 'agent',
        },
      ],
      mitigation: [at('abuse', 7), at('threat'), at('abuse', 11)],
      mood: [
        [1, -0.3],
        [3, -0.4],
        [5, -0.5],
        [7, -0.9],
        [9, -0.8],
        [11, -1],
      ].map(([turn, value]) => ({ turn: turn!, value: value! })),
      caveats: [
        { id: 'not-evaluated', criteria: ['no-interruption'] },
        { id: 'words-unsure', turns: [7, 11], confidence: 0.42 },
        { id: 'gap', turns: [9] },
        { id: 'voice-not-judged' },
        { id: 'truth-not-judged' },
      ],
      linked: [
        { call: 1, id: `${script.id}-2`, source: 'calls/second.txt', sha256: 'c'.repeat(64), turns: 4 },
      ],
      reviewed: {
        reviews: [
          {
            criterion: 'proactive-lookup',
            decision: 'met',
            reviewer: script.reviewer,
            reason: script.reason,
            date: '2024-05-06',
          },
        ],
        statement: script.statement,
        criteria: [
          { id: 'proactive-lookup', outcome: 'met' },
          { id: 'no-repeated-deflection', outcome: 'not-met' },
        ],
        total: 52.1,
        grade: 'E',
        verdicts: [
          { allegation: 'handling', verdict: 'partly-upheld' },
          { allegation: 'hung-up', verdict: 'insufficient-evidence' },
        ],
      },
      provenance: {
        transcripts: [
          { source, sha256: 'a'.repeat(64) },
          { source: 'calls/second.txt', sha256: 'c'.repeat(64) },
        ],
        pack,
        config: { source: 'callqa.yaml', sha256: 'd'.repeat(64) },
        reviews: { source: 'my reviews.csv', sha256: 'e'.repeat(64) },
        arguments: ['audit', source, 'calls/second.txt', '--reviews', 'my reviews.csv'],
        tool: 'callqa/0.1.0',
      },
    },
  };
}

export const englishCase = caseOf(english);
export const chineseCase = caseOf(chinese);
