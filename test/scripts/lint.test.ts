/** What lint finds in scripts by the built-in rules, and where. */
import { describe, expect, it } from 'vitest';
import { lineTable } from '../../src/scripts/line-table.ts';
import { createLinter, lintRulesOf } from '../../src/scripts/lint.ts';
import { builtinRules } from './builtin-rules.ts';
import { makeScript } from './make-script.ts';
import { readText } from './read.ts';

const lint = createLinter(builtinRules);

/** Rules and words of the problems, in order. */
const found = (lines: readonly string[], scenario?: string): readonly string[] =>
  lint(makeScript(lines, scenario === undefined ? {} : { scenario })).map(
    ({ rule, quote }) => `${rule}: ${quote}`,
  );

describe('what must not be said', () => {
  it.each<[lines: readonly string[], expected: readonly string[]]>([
    [['Sir, please calm down.'], ['no-calm-down: calm down']],
    [['请您先冷静一下,我帮您查。'], ['no-calm-down: 请您先冷静一下']],
    [['請您先冷靜一下,我幫您查。'], ['no-calm-down: 請您先冷靜一下']],
    [['这是公司的规定,我也没办法。'], ['no-policy-brush-off: 这是公司的规定,我也没办法']],
    [['If you keep shouting, I will hang up.'], ['no-ultimatum: If you keep shouting, I will hang up']],
    [["That's your own fault."], ["no-blame: That's your own fault"]],
    [
      ['I promise you it will never happen again.'],
      ['no-over-promise: I promise you it will never happen again'],
    ],
    [['Be quiet and listen to me.'], ['no-commands: Be quiet and listen to me']],
    // Gentle, reasoned or helpful: nothing to flag.
    [['您先消消气,慢慢说。'], []],
    [['我可以帮您解决这个问题,但前提是我们能冷静地讨论。'], []],
    [['根据公司政策,您符合退换货条件,我现在就为您办理。'], []],
    [["I'm not going to tell you to calm down."], []],
    // Who says it, and what it is for.
    [['customer: You calm down!'], []],
    [['exempt: Calm down.', 'Good day.'], []],
    [['exempt: Calm down.'], ['all-exempt: Calm down.']],
    [['Please [calm down] now.'], []],
  ])('%j', (lines, expected) => {
    expect(found(lines)).toEqual(expected);
  });

  it.each<[why: string, bad: readonly string[], rule: string, good: readonly string[]]>([
    [
      'a refusal wants an alternative in the same script',
      ['This item cannot be refunded.'],
      'offers-alternative',
      ['This item cannot be refunded.', 'What I can do for you is exchange it.'],
    ],
    [
      'a refusal, in Chinese',
      ['这个无法退款。'],
      'offers-alternative',
      ['这个无法退款。', '不过我可以帮您换一件新的。'],
    ],
    [
      'sending away wants an offer to do it',
      ['You can check that on our website.'],
      'no-repeated-deflection',
      ['You can check that on our website.', 'Let me check that for you now.'],
    ],
    [
      'a formula wants something done',
      ['We apologize for any inconvenience this may have caused.'],
      'formula-apology',
      ['We apologize for any inconvenience this may have caused.', 'Let me look into it right now.'],
    ],
    [
      'an apology that is none of the formulas',
      ['对此给您带来的不便,敬请谅解。'],
      'formula-apology',
      ['实在对不起,是我们发错了。'],
    ],
    [
      'a rule may be named with its reason',
      ['According to our policy, opened items are not returned.'],
      'policy-with-reason',
      [
        'According to our policy, opened items are not returned.',
        'The reason for this is that the seal is broken.',
      ],
    ],
  ])('%s', (_, bad, rule, good) => {
    expect(lint(makeScript(bad)).map((problem) => problem.rule)).toContain(rule);
    expect(lint(makeScript(good)).map((problem) => problem.rule)).not.toContain(rule);
  });

  it('counts apologies in a conversation, and not among wordings to choose from', () => {
    const sorry = ["I'm so sorry about that.", 'I do apologise.', 'I am very sorry, sir.'];
    const talk = sorry.flatMap((line) => ['customer: And now?', line]);
    expect(found(talk)).toEqual(['no-formula-apology: sorry']);
    expect(found(sorry)).toEqual([]);
    expect(found([...talk.slice(0, 4), 'Let me check that for you now.', ...talk.slice(4)])).toEqual([]);
  });

  it('says where: lines and columns from 1, offsets in the source', () => {
    const [problem] = lint(makeScript(['Hello.', 'Sir, please calm down.']));
    expect(problem).toMatchObject({
      file: 'script.txt',
      start: { line: 2, column: 13 },
      end: { line: 2, column: 22 },
      span: [19, 28],
      quote: 'calm down',
      moment: 'calm-down',
      severity: 'error',
    });
  });

  it('is an error where the criterion is critical or fatal, else a warning', () => {
    const severities = lint(makeScript(['Calm down.', "That's your own fault."])).map((one) => one.severity);
    expect(severities).toEqual(['error', 'warning']);
  });

  it('lets a config say how severe a rule is, by file', () => {
    const own = createLinter(builtinRules, {
      severityOf: (rule, file) =>
        rule === 'no-calm-down' && file === 'a.txt' ? 'warning' : rule === 'no-blame' ? 'off' : undefined,
    });
    const lines = ['Calm down.', "That's your own fault."];
    expect(own(makeScript(lines, {}, 'a.txt')).map((one) => one.severity)).toEqual(['warning']);
    expect(own(makeScript(lines, {}, 'b.txt')).map((one) => one.severity)).toEqual(['error']);
  });

  it('has one problem for words that several rules are about: the gravest', () => {
    expect(found(["It's our policy, there's nothing I can do."])).toHaveLength(1);
  });
});

describe('what to say instead', () => {
  const calmer = "I can hear how upset you are. Please tell me what happened, I'm listening.";
  it.each<[line: string, fixed: string]>([
    ['Please calm down, and tell me.', 'I can hear how upsetting this is, and tell me.'],
    ['请您先冷静一下,我帮您查。', '您先消消气，慢慢说,我帮您查。'],
    ['請您先冷靜一下,我幫您查。', '您先消消氣，慢慢說,我幫您查。'],
    ['Well, you should have read the terms.', 'Well, let me go through it with you and see what we can do.'],
  ])('%s', (line, fixed) => {
    const fix = lint(makeScript([line]))[0]!.fix!;
    expect(line.slice(0, fix.span[0]) + fix.text + line.slice(fix.span[1])).toBe(fixed);
  });

  it.each<[why: string, line: string]>([
    ['more in the clause than the pack knows', 'Please calm down before I lose my temper.'],
    ['a placeholder in the clause', 'Please [name] calm down.'],
  ])('leaves it at a suggestion: %s', (_, line) => {
    const [problem] = lint(makeScript([line]));
    expect(problem!.fix).toBeUndefined();
    expect(problem!.say).toBe(calmer);
  });

  it.each<[lines: readonly string[], say: string]>([
    [['你先冷静一点再说。'], '您先消消气，慢慢说，我在认真听。'],
    [['你先冷靜一點再說。'], '您先消消氣，慢慢說，我在認真聽。'],
    // Alike in both scripts: the rest of the document decides.
    [['你先冷靜再走', '我們幫您處理。'], '您先消消氣，慢慢說，我在認真聽。'],
  ])('speaks the language and script of the piece: %j', (lines, say) => {
    expect(lint(makeScript(lines))[0]!.say).toBe(say);
  });

  it.each<[file: string, source: string, isPlain: boolean]>([
    ['a.md', 'Sir, please calm down.', true],
    ['a.md', 'Sir, please **calm** down.', false],
    ['a.md', '> Sir, please\n> calm down.', false],
    ['a.yaml', 'text: Please calm down', true],
    ['a.json', '{"text":"Please calm down"}', true],
    ['a.csv', 'text\nPlease calm down\n', true],
    ['a.yaml', "text: It's our policy, there's nothing I can do", false],
    ['a.csv', 'text\nRules are rules\n', false],
    ['a.csv', 'text\n"Rules are rules"\n', true],
  ])('says whether other programs may put it in: %s %j', async (file, source, isPlain) => {
    const { fix } = lint(await readText(file, source))[0]!;
    expect(fix!.region !== undefined).toBe(isPlain);
    if (fix!.region === undefined) return;
    const { positionAt } = lineTable(source);
    expect(fix!.region).toEqual({ start: positionAt(fix!.span[0]), end: positionAt(fix!.span[1]) });
    const fixed = source.slice(0, fix!.span[0]) + fix!.text + source.slice(fix!.span[1]);
    expect(lint(await readText(file, fixed))).toEqual([]);
  });

  it('makes no wording stand twice in a piece', () => {
    const text = "Please calm down. Let's talk. Please calm down.";
    expect(lint(makeScript([text])).map(({ fix }) => fix !== undefined)).toEqual([true, false]);
  });
});

describe('what is missing', () => {
  const [feelings, reason, way, check] = [
    'I understand how frustrating this must be.',
    'The reason is that the seal was broken.',
    'What I can do for you is exchange it.',
    'Is there anything else I can help you with?',
  ];
  it.each<[why: string, lines: readonly string[], expected: readonly string[]]>([
    ['all of it, in order', [feelings, reason, way, check], []],
    ['one step', [feelings, reason, way], ['missing-step: refund-refusal']],
    [
      'steps in order again, each once',
      [],
      ['missing-step', 'missing-step', 'missing-step', 'missing-step'].map(
        (rule) => `${rule}: refund-refusal`,
      ),
    ],
    ['one step out of order', [way, feelings, reason, check], ['wrong-order: What I can do for you is']],
    [
      'an exempt piece holds nothing',
      [feelings, reason, way, `exempt: ${check}`],
      ['missing-step: refund-refusal'],
    ],
    [
      'the customer holds nothing',
      [`customer: ${feelings}`, reason, way, check],
      ['missing-step: refund-refusal'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(found(lines, 'refund-refusal')).toEqual(expected);
  });

  it('says which step, in the order of the scenario, with words for it in the language of the script', () => {
    const problems = lint(
      makeScript([feelings], { scenario: 'refund-refusal', scenarioAt: { line: 1, column: 3 } }),
    );
    expect(problems.map(({ why }) => why['zh-CN'])).toEqual([
      '用于“拒绝退款”的话术缺少这一步：说明原因。',
      '用于“拒绝退款”的话术缺少这一步：给出可行的办法。',
      '用于“拒绝退款”的话术缺少这一步：确认是否解决。',
    ]);
    expect(problems[2]).toMatchObject({ say: check, start: { line: 1, column: 3 } });
    expect(new Set(problems.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });

  it('gives words for it in the language of most of the script', () => {
    const lines = [
      'Thank you for calling Acme.',
      '我非常理解您的心情，换作是我也会着急的。',
      '这是因为系统升级，您的订单没有发出去。',
    ];
    expect(lint(makeScript(lines, { scenario: 'outage' }))[0]!.say).toBe('非常抱歉，这件事给您添麻烦了。');
  });

  it('takes placeholders for what will be said there', () => {
    expect(
      found(
        ["I'm so sorry.", 'The reason is that the line is cut.', 'It is back within [X] hours.'],
        'outage',
      ),
    ).toEqual(['missing-step: outage']);
    expect(found(['很抱歉。', '原因是线路中断。', '【X】小时内恢复,请您放心。'], 'outage')).toEqual([]);
  });

  it('knows no such scenario, and which one may be meant', () => {
    expect(lint(makeScript(['Hello.'], { scenario: 'refund-refuse' }))[0]).toMatchObject({
      rule: 'unknown-scenario',
      why: { en: 'The rules know no scenario “refund-refuse”; did you mean “refund-refusal”?' },
    });
  });

  it.each<[line: string, scenario: string | undefined, expected: readonly string[]]>([
    ['Please wait for [TODO].', undefined, ['unfilled-placeholder: [TODO]']],
    ['请您拨打【待补充】。', undefined, ['unfilled-placeholder: 【待补充】']],
    ['Hello, my name is [name].', undefined, []],
    ['麻烦您说一下【物流状态】。', undefined, []],
  ])('placeholders that must be filled: %s', (line, scenario, expected) => {
    expect(found([line], scenario)).toEqual(expected);
  });

  it('a scenario has placeholders of its own', () => {
    expect(found(['我帮您查到【物流状态】。'], 'delay')).toContain('unfilled-placeholder: 【物流状态】');
  });
});

describe('fingerprints', () => {
  const printOf = (line: string): string => lint(makeScript([line]))[0]!.fingerprint;
  it('survive moves, spacing, case and the rest of the line', () => {
    expect(printOf('Hello there. Please calm down.')).toBe(printOf('please  CALM down!'));
  });
  it('differ by clause and by rule', () => {
    expect(printOf('Please calm down.')).not.toBe(printOf('You must calm down.'));
  });
});

it('every wording of the built-in rules passes lint itself, and every step is heard in its own', () => {
  const { criteria, lint: plan } = builtinRules.pack;
  const wordings = [
    ...criteria.flatMap(({ id, say }) => Object.values(say ?? {}).map((text) => [id, text])),
    ...plan!.rules.flatMap(({ id, say, replace }) => [
      ...Object.values(say ?? {}).map((text) => [id, text]),
      ...replace.flatMap((each) => Object.values(each.with).map((text) => [id, text])),
    ]),
    ...plan!.steps.flatMap(({ id, say }) => Object.values(say ?? {}).map((text) => [id, text])),
  ];
  expect(wordings.length).toBeGreaterThan(150);
  expect(wordings.filter(([, text]) => lint(makeScript([text!])).length > 0)).toEqual([]);

  const { pack } = builtinRules;
  const alone = plan!.steps.map(({ id, title }) => ({
    id,
    title,
    holds: [id],
    anywhere: [],
    placeholders: [],
  }));
  const hear = createLinter({ ...builtinRules, pack: { ...pack, lint: { ...plan!, scenarios: alone } } });
  const unheard = plan!.steps.flatMap(({ id, say }) =>
    Object.values(say!).filter((text) => hear(makeScript([text], { scenario: id })).length > 0),
  );
  expect(unheard).toEqual([]);
});

it('lists its rules by id, each once, in three languages', () => {
  const rules = lintRulesOf(builtinRules);
  const ids = rules.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].toSorted());
  expect(ids).toEqual(expect.arrayContaining(['no-calm-down', 'formula-apology', 'missing-step']));
  expect(rules.flatMap(({ title }) => Object.values(title)).filter((title) => title === '')).toEqual([]);
});
