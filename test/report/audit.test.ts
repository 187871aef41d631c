import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { auditFormats } from '../../src/report/audit/formats.ts';
import { markedTurns } from '../../src/report/audit/marked.ts';
import type { AuditResult, MomentResult } from '../../src/result/result.ts';
import { problemsOf } from '../result/validator.ts';
import { caseGlossary } from './case-glossary.ts';
import { chineseCase, englishCase } from './cases.ts';
import { audit, callResult, chineseAudit, coloured, englishAudit, options } from './fixture.ts';

const languages = ['en', 'zh-CN', 'zh-TW'] as const;

const headings = {
  en: [
    '1. Verdict',
    '2. What happened',
    '3. Grounds',
    '4. Four things the customer should have felt',
    '5. Scorecard',
    '6. Key facts and promises',
    '7. How sure this is',
    '8. What would have changed the verdict',
    '9. Provenance',
    'Appendix: the transcript',
  ],
  'zh-CN': [
    '一、定责结论',
    '二、事实经过',
    '三、认定依据',
    '四、客户应感受到的四点',
    '五、评分卡',
    '六、关键信息与承诺台账',
    '七、可信度说明',
    '八、改判条件',
    '九、出处',
    '附：通话记录',
  ],
  'zh-TW': [
    '一、定責結論',
    '二、事實經過',
    '三、認定依據',
    '四、客戶應感受到的四點',
    '五、評分卡',
    '六、關鍵資訊與承諾紀錄',
    '七、可信度說明',
    '八、改判條件',
    '九、出處',
    '附：通話紀錄',
  ],
} as const;

const caseOptions = (language: (typeof languages)[number], width = 80) => ({
  ...options(language, width),
  glossary: caseGlossary,
});

/** Goldens are written anew by `npx vitest run test/report/audit.test.ts -u`. */
describe.each([
  ['text', 'txt'],
  ['markdown', 'md'],
  ['html', 'html'],
] as const)('%s', (format, extension) => {
  it.each(languages)('in %s, in full', async (language) => {
    const document = language === 'en' ? englishCase : chineseCase;
    await expect(auditFormats[format](document, caseOptions(language))).toMatchFileSnapshot(
      `golden/audit.${language}.${extension}`,
    );
  });

  it.each(languages)('has the nine parts in their order, in %s', (language) => {
    const report = auditFormats[format](englishCase, caseOptions(language, Infinity));
    const body = report.slice(report.indexOf('</nav>') + 1).replaceAll('\\', '');
    const found = headings[language].map((heading) => body.indexOf(heading));
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((a, b) => a - b));
  });

  it('is the same again', () => {
    const render = () => auditFormats[format](structuredClone(chineseCase), caseOptions('zh-TW'));
    expect(render()).toBe(render());
  });
});

describe('text and markdown', () => {
  it.each([50, 80, 120])('text fits %d columns, Chinese too', (width) => {
    for (const document of [englishAudit, chineseAudit, englishCase, chineseCase]) {
      for (const language of languages) {
        for (const line of auditFormats.text(document, caseOptions(language, width)).split('\n')) {
          expect(stringWidth(line)).toBeLessThanOrEqual(width);
        }
      }
    }
  });

  it('underlines what is held against the agent in red, and what else was found in cyan', () => {
    const text = auditFormats.text(englishAudit, options('en', 80, coloured));
    expect(text).toContain('\u001b[31m\u001b[4mcalm down\u001b[24m\u001b[39m\u001b[2m⟦calm-down⟧');
    expect(text).toContain('\u001b[36m\u001b[4mis broken\u001b[24m\u001b[39m');
    // eslint-disable-next-line no-control-regex
    expect(text.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '')).toBe(
      auditFormats.text(englishAudit, options('en', 80)),
    );
  });

  it.each(['text', 'markdown'] as const)('%s is not steered by what is said', (format) => {
    const evil = 'is broken \u001b[2J\u009b\u202e\n# x | <img src=x onerror=y> [a](javascript:b)';
    const report = auditFormats[format](
      audit([evil, 'calm down', evil, evil], { problem: 'is broken', calmDown: 'calm down' }),
      options(),
    );
    // eslint-disable-next-line no-control-regex
    expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|^# x/m);
    if (format === 'markdown') expect(report).not.toMatch(/<img|\]\(/);
  });

  it('names who spoke where a side has several people', () => {
    const document: AuditResult = {
      ...englishAudit,
      case: {
        ...englishAudit.case,
        transcript: englishAudit.case.transcript.map((line) => ({
          ...line,
          participant: line.turn === 3 ? 'supervisor' : line.speaker,
        })),
      },
    };
    const text = auditFormats.text(document, options());
    expect(text).toContain('agent (supervisor)');
    expect(text).toContain('agent (agent)');
    expect(text).not.toContain('customer (customer)');
  });

  describe('where it is not known who is speaking', () => {
    const unknown = (participants: readonly string[]): AuditResult => ({
      ...englishAudit,
      review: ['speakers-unknown'],
      score: { ...englishAudit.score, total: null, grade: null },
      criteria: englishAudit.criteria.map((each) => ({
        ...each,
        outcome: 'not-evaluated',
        reason: 'speakers-unknown',
        evidence: [],
      })),
      case: {
        ...englishAudit.case,
        felt: englishAudit.case.felt.map((thing) => ({ ...thing, felt: false, evidence: [] })),
        keyFacts: [{ id: 'who', status: 'missing' }],
        transcript: englishAudit.case.transcript.map(({ turn, text }, index) => ({
          turn,
          text,
          speaker: 'unknown',
          ...(participants.length === 0 ? {} : { participant: participants[index % participants.length]! }),
        })),
      },
    });

    it.each(['text', 'markdown', 'html'] as const)('%s says how to name the speakers', (format) => {
      const named = auditFormats[format](unknown(['Speaker 1', 'Speaker 2']), options('en', Infinity));
      expect(named).toContain('Speaker 1=agent,Speaker 2=customer');
      const bare = auditFormats[format](unknown([]), options('zh-CN', Infinity));
      expect(bare).toContain('请在每句话前标上“客服：”或“客户：”');
    });

    it('nothing is held to be missing, and each reason is told once', () => {
      const text = auditFormats.text(unknown(['Speaker 1', 'Speaker 2']), options('en', Infinity));
      expect(text).not.toMatch(/not felt|: missing|nowhere in the call/);
      expect(text.match(/the transcript does not say who is speaking/g)).toHaveLength(1);
      expect(text).not.toMatch(/^[^\n]*, –/m);
    });
  });

  it.each([
    [48 * 60, '2 days'],
    [90, '90 minutes'],
    [2325, '1 day 14 hours 45 minutes'],
    [100 * 60, '4 days 4 hours'],
  ])('a promise due in %d minutes is due in %s', (minutes, words) => {
    const document: AuditResult = {
      ...englishAudit,
      case: {
        ...englishAudit.case,
        promises: [
          { id: 'callback', call: 0, turn: 3, quote: 'call you', dueAfter: minutes * 60_000, status: 'open' },
        ],
      },
    };
    expect(auditFormats.text(document, options('en', Infinity))).toContain(words);
  });

  it('says so where nothing was found', () => {
    const { verdicts, criteria, review: _, ...rest } = { ...englishAudit, ...callResult() };
    const text = auditFormats.text({ ...rest, verdicts, criteria }, options());
    expect(text).toContain('Nothing was found.');
    expect(text).toContain('No promise was made.');
    expect(text).not.toContain('Not evaluated:');
  });
});

describe('moments in place', () => {
  const moment = (id: string, span: readonly [number, number], more: Partial<MomentResult> = {}) => ({
    id,
    turn: 0,
    speaker: 'customer' as const,
    span,
    quote: '',
    ...more,
  });
  const withMoments = (moments: readonly MomentResult[]): AuditResult => ({
    ...englishAudit,
    case: {
      ...englishAudit.case,
      transcript: ['abcdefgh', 'ijk'].map((text, turn) => ({ turn, speaker: 'customer', text })),
    },
    moments,
  });
  const shown = (moments: readonly MomentResult[]) =>
    [...markedTurns(withMoments(moments)).values()].map((parts) =>
      parts
        .map(({ text, mark, ends }) =>
          mark === 'plain' ? text : `[${text}]${ends.map((id) => `/${id}`).join('')}`,
        )
        .join(''),
    );

  it.each<[string, readonly MomentResult[], readonly string[]]>([
    ['none', [], ['abcdefgh', 'ijk']],
    ['one', [moment('a', [2, 4])], ['ab[cd]/aefgh', 'ijk']],
    ['at both edges', [moment('a', [0, 8])], ['[abcdefgh]/a', 'ijk']],
    ['overlapping', [moment('a', [1, 4]), moment('b', [2, 6])], ['a[b][cd]/a[ef]/bgh', 'ijk']],
    ['the same words twice', [moment('a', [1, 4]), moment('b', [1, 4])], ['a[bcd]/a/befgh', 'ijk']],
    [
      'over joined turns',
      [
        moment('a', [6, 8], {
          parts: [
            { turn: 0, span: [6, 8], quote: 'gh' },
            { turn: 1, span: [0, 2], quote: 'ij' },
          ],
        }),
      ],
      ['abcdef[gh]', '[ij]/ak'],
    ],
    ['beyond the end', [moment('a', [6, 80])], ['abcdef[gh]', 'ijk']],
  ])('%s', (_, moments, expected) => {
    expect(shown(moments)).toEqual(expected);
  });
});

it.each([englishAudit, englishCase, chineseCase])('json is the case, as published', (audit) => {
  const document = JSON.parse(auditFormats.json(audit, options())) as unknown;
  expect(document).toEqual(audit);
  expect(problemsOf('audit', document)).toEqual([]);
});

describe('what the parts say', () => {
  const oneLine = (document: AuditResult, language: (typeof languages)[number] = 'en') =>
    auditFormats.text(document, caseOptions(language, Infinity));
  const withCase = (changes: Partial<AuditResult['case']>): AuditResult => ({
    ...englishCase,
    case: { ...englishCase.case, ...changes },
  });

  it('tells a step with the customer’s answer and the ground that rests on it', () => {
    expect(oneLine(englishCase)).toContain(
      ' 4  00:56  agent     Sends the customer off to do it themselves: “You can check it yourself by texting BONUS to 4141” [3] → customer declined: “I don’t want to text anything”',
    );
    expect(oneLine(chineseCase, 'zh-CN')).toContain('→ 客户拒绝：“我不想自己查”');
  });

  it('puts what decides first, and the abuse that came before beside the words', () => {
    const grounds = oneLine(englishCase).split('3. Grounds')[1]!;
    const [deciding, others] = grounds.split('Not met, without deciding the verdict');
    expect(deciding).toContain('1. Acknowledges how the customer feels: not met · decides the verdict');
    expect(deciding).not.toContain('In mitigation');
    expect(others).toMatch(
      /5\. Does not tell the customer to calm down: not met \[critical\][\s\S]*In mitigation: turn 7, 01:38, customer: “Are you stupid or what”/,
    );
  });

  it('shows what speaks for the agent even where it stands beside no ground', () => {
    const late = { ...englishCase.case.mitigation[2]!, turn: 13 };
    const text = oneLine(withCase({ mitigation: [late] }));
    expect(text.split('What speaks for the agent')[1]).toContain('turn 13');
  });

  it('says which steps of the procedure were taken, which was missing first and where it belonged', () => {
    const text = oneLine(englishCase);
    expect(text).toContain('✗ Insults: does not stand; 2 of 3 strikes');
    expect(text).toContain('⟦warning⟧, after turn 7, customer: “Are you stupid or what”');
    expect(text).toContain('✗ Warning of the consequence: missing; first missing step; belonged at turn 12');
    expect(text).toContain('~ Note and team leader: taken; only the note says so');
  });

  it.each([
    [0, 1, 'stands'],
    [0, 0, 'does not stand'],
    [3, 3, 'stands'],
    [3, 2, 'does not stand'],
  ])('a ground of %d strikes with %d: %s', (needed, strikes, expected) => {
    const [protocol] = englishCase.case.protocols;
    const [ground] = protocol!.grounds;
    const evidence = Array.from({ length: strikes }, () => ground!.evidence[0]!);
    const text = oneLine(
      withCase({ protocols: [{ ...protocol!, grounds: [{ ...ground!, needed, strikes, evidence }] }] }),
    );
    expect(text).toContain(`Insults: ${expected}`);
  });

  it('leaves out a procedure that did not come into it', () => {
    const [protocol] = englishCase.case.protocols;
    const idle = { ...protocol!, grounds: [], warnings: [] };
    const text = auditFormats.text(
      {
        ...withCase({ protocols: [idle] }),
        criteria: englishCase.criteria.map((each) =>
          each.id === 'hang-up-protocol' ? { ...each, outcome: 'not-applicable' as const } : each,
        ),
      },
      caseOptions('en'),
    );
    expect(text).not.toContain('Steps of the procedure');
  });

  it.each([
    [1_800_000, '30 minutes', '30 分钟'],
    [3_600_000, '1 hour', '1 小时'],
    [5_400_000, '90 minutes', '90 分钟'],
    [172_800_000, '2 days', '2 天'],
    [90_000, '90 seconds', '90 秒'],
  ])('a promise due after %d ms', (dueAfter, english, chinese) => {
    const [promise] = englishCase.case.promises;
    const document = withCase({ promises: [{ ...promise!, dueAfter }] });
    expect(oneLine(document)).toContain(`due within ${english} by the company’s rule`);
    expect(oneLine(document, 'zh-CN')).toContain(`公司规定时限 ${chinese}`);
  });

  it('names the call of the case where it is another', () => {
    expect(oneLine(englishCase)).toContain(
      'kept late; due within 30 minutes by the company’s rule; kept at call 2, turn 0; turn 10, agent:',
    );
    expect(oneLine(englishCase)).toContain('bonus-dispute (call 1)');
  });

  it('tells a step of another call by its call and side, and links nothing to it', () => {
    const step = { call: 1, turn: 1, by: 'agent', moments: ['apology'], quote: 'Sorry' } as const;
    expect(oneLine(withCase({ story: [step] }))).toContain('2:1  agent  Apologises: “Sorry”\n');
    const page = auditFormats.html(withCase({ story: [step] }), caseOptions('en'));
    expect(page).toContain('<span>call 2, turn 1</span>');
  });

  it('quotes words within other words once, with all that was found in them', () => {
    const [abuse] = englishCase.case.mitigation;
    const [start, end] = abuse!.span;
    const inner = { ...abuse!, moment: 'anger', span: [start + 8, end] as const, quote: 'stupid or what' };
    const same = { ...abuse!, moment: 'dissatisfaction' };
    const apart = { ...abuse!, moment: 'anger', span: [end + 2, end + 7] as const, quote: 'Check' };
    const gravity = { id: 'major', evidence: [inner, abuse!, same, apart] };
    const kind = oneLine(withCase({ gravity })).split('Severity')[1]!.split('Promises')[0]!;
    expect(kind.match(/- turn 7/g)).toHaveLength(2);
    expect(kind).toContain('“Are you stupid or what” ⟦abuse, anger, dissatisfaction⟧');
    expect(kind).toContain('“Check” ⟦anger⟧');
  });

  it('quotes a sentence that tells two facts once', () => {
    const facts = oneLine(englishCase).split('Key facts\n')[1]!.split('Kind and severity')[0]!;
    expect(facts.match(/hasn’t shown up/g)).toHaveLength(1);
    expect(facts).toContain('✓ want: on record; told by the customer; turn 1\n');
  });

  it('shows the machine’s answer, the person’s and the final one side by side', () => {
    const review = oneLine(englishCase).split('Human review')[1]!;
    expect(review).toMatch(/Looks it up before answering +not met +met +met/);
    expect(review).toMatch(/Score +31\.4 E +52\.1 E/);
    expect(review).toContain('M. Ortiz · 2024-05-06: the lookup is on the screen recording');
    expect(review).toContain('“The system was down; I could not look anything up.”');
  });

  it('says what would have changed the verdict, and by when', () => {
    expect(oneLine(englishCase)).toContain(
      '- Had the agent met “Looks it up before answering” (by turn 4) and “Does not send the customer off again” (at turn 4): Not upheld, 31.4 → 81.5',
    );
    expect(oneLine(englishCase)).toContain('- Had the agent not met “Greets”: Upheld, 31.4 → –');
    expect(oneLine(chineseCase, 'zh-CN')).toContain(
      '- 若做到“回应客户感受”（最迟第4轮）且“主动查询核实”（最迟第4轮），则不成立，得分 31.4 → 78.0',
    );
  });

  it.each([
    ['not-evaluated', 'what decides could not be judged'],
    ['speakers-unsure', 'who is speaking was inferred'],
    ['words-unsure', 'words that the recogniser was not sure of'],
    ['voice-not-heard', 'the voice was not heard'],
  ] as const)('insufficient: %s', (reason, words) => {
    const [, second] = englishCase.verdicts;
    const document = { ...englishCase, verdicts: [{ ...second!, reason }] };
    expect(oneLine(document).split('2. What happened')[0]).toContain(words);
  });

  it('has the gravest of several verdicts for its headline', () => {
    const [first] = englishCase.verdicts;
    const other = { ...first!, allegation: 'hung-up', verdict: 'not-upheld' as const, responsibility: null };
    const document = { ...englishCase, verdicts: [other, { ...first!, responsibility: 'agent' as const }] };
    expect(oneLine(document).split('\n')[3]).toBe('Upheld, borne by the agent, 31.4 / 100, grade E');
  });

  it.each([
    ['agent', 'Upheld, borne by the agent, 31.4 / 100, grade E'],
    ['process', 'Upheld, borne by the process, 31.4 / 100, grade E'],
    ['third-party', 'Upheld, borne by a third party, 31.4 / 100, grade E'],
    ['customer', 'Upheld, borne by the customer, 31.4 / 100, grade E'],
    [null, 'Upheld, 31.4 / 100, grade E'],
  ] as const)('borne by %s', (responsibility, headline) => {
    const [first] = englishCase.verdicts;
    const document = { ...englishCase, verdicts: [{ ...first!, responsibility }] };
    expect(oneLine(document).split('\n')[3]).toBe(headline);
  });
});
