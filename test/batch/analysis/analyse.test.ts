import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../../src/batch/analysis/analyse.ts';
import { gateFigures } from '../../../src/batch/analysis/gate.ts';
import type { Analysis } from '../../../src/result/analysis.ts';
import type { CallRecord } from '../../../src/result/record.ts';
import { problemsOf } from '../../result/validator.ts';
import { finding, many, pack, record } from './records.ts';

function analysed(records: readonly CallRecord[], by: readonly string[] = [], redact = true): Analysis {
  const analysis = createAnalysis(pack, { by, repeatDays: 7, redact });
  for (const one of records) analysis.add(one);
  return analysis.finish();
}

const verdict = (
  kind: CallRecord['verdicts'][number]['verdict'],
  source: 'filed' | 'default' = 'default',
) => ({
  verdicts: [{ allegation: 'handling', source, verdict: kind, narrow: false }],
});

describe('totals', () => {
  it('scores: mean, median and ten classes', () => {
    const { mean, median, distribution } = analysed(
      [0, 9.9, 10, 55, 90, 100, null].map((total, index) => record(`c${index}`, { total })),
    );
    // 264.9 over 6 is 44.15, half up.
    expect(mean).toEqual({ calls: 6, value: 44.2, interval: null });
    expect(median).toBe(32.5);
    expect(distribution.map(({ calls }) => calls)).toEqual([2, 1, 0, 0, 0, 1, 0, 0, 0, 2]);
  });

  it('the share of each verdict, filed and default apart, with Wilson’s interval', () => {
    const { verdicts } = analysed([
      ...many(8, () => verdict('upheld', 'filed')),
      ...many(2, () => verdict('not-upheld', 'filed')),
      ...many(5, () => verdict('insufficient-evidence')),
    ]);
    expect(verdicts.map(({ source, calls }) => [source, calls])).toEqual([
      ['filed', 10],
      ['default', 5],
    ]);
    expect(verdicts[0]!.shares.upheld).toEqual({
      count: 8,
      of: 10,
      value: 0.8,
      interval: { low: 0.4902, high: 0.9433 },
    });
    expect(verdicts[1]!.shares.upheld).toMatchObject({ count: 0, of: 5, value: 0 });
  });

  it('the pass rate of each criterion of the scorecard, of the calls in which it applied', () => {
    const { criteria } = analysed([
      ...many(10, () => ({ outcomes: 'mnaem' })),
      ...many(10, () => ({ outcomes: 'mmmmm' })),
    ]);
    expect(criteria.map(({ criterion }) => criterion)).toEqual(['greets', 'helps', 'calm', 'rude']);
    expect(criteria[0]!.met).toEqual({ count: 20, of: 20, value: 1, interval: { low: 0.8389, high: 1 } });
    expect(criteria[1]!.met).toMatchObject({ count: 10, of: 20, value: 0.5 });
    expect(criteria[2]).toMatchObject({ severity: 'critical', notApplicable: 10, notEvaluated: 0 });
    expect(criteria[3]).toMatchObject({ notEvaluated: 10, met: { count: 10, of: 10 } });
  });

  it('is nothing at all for no calls, and still as the schema says', () => {
    const analysis = analysed([]);
    expect(analysis.mean.value).toBeNull();
    expect(analysis.median).toBeNull();
    const totals = {
      calls: 0,
      errors: 0,
      meanScore: null,
      verdicts: { upheld: 0, 'partly-upheld': 0, 'not-upheld': 0, 'insufficient-evidence': 0 },
      grades: {},
      findings: [],
    };
    const document = { results: [], errors: [], totals: { ...totals, analysis } };
    expect(problemsOf('batch', document)).toEqual([]);
  });
});

describe('groups', () => {
  const scores = (base: number) => (index: number) => ({ total: base + (index % 3) });

  it('claims an order only where intervals stand apart, and never of small groups', () => {
    const [grouping] = analysed(
      [
        ...many(12, (index) => ({ ...scores(90)(index), agent: { id: 'good', name: 'Good' } })),
        ...many(12, (index) => ({ ...scores(40)(index), agent: { id: 'bad' } })),
        ...many(9, () => ({ total: 85, agent: { name: 'Small' } })),
        ...many(1, () => ({})),
      ],
      ['agent'],
    ).groupings;
    expect(grouping!.groups.map(({ key, calls, small, standing }) => [key, calls, small, standing])).toEqual([
      ['bad', 12, false, 'lower'],
      ['good', 12, false, 'higher'],
      ['Small', 9, true, 'few'],
      [null, 1, true, 'few'],
    ]);
    expect(grouping!.groups[1]).toMatchObject({ name: 'Good', mean: { value: 91 } });
    expect(grouping!.groups[2]!.mean.interval).toBeNull();
  });

  it('says nothing of groups that differ by chance', () => {
    const [grouping] = analysed(
      many(40, (index) => ({ total: (index * 37) % 100, agent: { id: index % 2 === 0 ? 'a' : 'b' } })),
      ['agent'],
    ).groupings;
    expect(grouping!.groups.map(({ standing }) => standing)).toEqual(['no-difference', 'no-difference']);
  });

  it('by team, type, week and metadata, each once; personal data in a value is masked', () => {
    const { groupings } = analysed(
      [
        record('a', {
          agent: { id: 'x', team: 'North' },
          complaintType: 'bill',
          startedAt: '2024-01-08T10:00:00Z',
          meta: { phone: '13800138000' },
          outcomes: 'mnmnm',
        }),
        record('b', { agent: { id: 'y', team: 'South' }, startedAt: '2024-01-01T10:00:00Z' }),
      ],
      ['team', 'type', 'week', 'meta.phone', 'team'],
    );
    expect(groupings.map(({ by, groups }) => [by, groups.map(({ key }) => key)])).toEqual([
      ['team', ['North', 'South']],
      ['type', ['bill', null]],
      ['week', ['2024-W01', '2024-W02']],
      ['meta.phone', ['***********', null]],
    ]);
    expect(
      groupings[0]!.groups[0]!.findings.map(({ criterion, count, of }) => [criterion, count, of]),
    ).toEqual([
      ['helps', 1, 1],
      ['rude', 1, 1],
    ]);
  });

  it('a week beside the week before', () => {
    const week = (day: string, base: number) =>
      many(12, (index) => ({ ...scores(base)(index), startedAt: `2024-01-${day}` }));
    const { weeks } = analysed([...week('15', 90), ...week('01', 40), ...week('08', 41), record('x')]);
    expect(weeks.map(({ week, calls, standing }) => [week, calls, standing])).toEqual([
      ['2024-W01', 12, 'few'],
      ['2024-W02', 12, 'no-difference'],
      ['2024-W03', 12, 'higher'],
    ]);
  });
});

describe('what to do about it', () => {
  it('the words behind findings, with three samples of different words', () => {
    const said = (words: string, sentence: string) => ({
      findings: [finding('calm', { severity: 'critical', words, sentence, turn: 4 })],
    });
    const { findings } = analysed([
      record('a', said('Calm down!', 'Just calm down! ')),
      record('b', said('calm  down', 'You calm down.')),
      record('c', said('冷静一下', '您先冷静一下。')),
      record('d', said('settle down', 'Settle down.')),
      record('e', said('simmer down', 'Simmer down.')),
      record('f', { findings: [finding('greets', { turn: 0 })] }),
    ]);
    expect(findings.map(({ criterion, calls }) => [criterion, calls])).toEqual([
      ['calm', 5],
      ['greets', 1],
    ]);
    expect(findings[0]!.words[0]).toEqual({ words: 'Calm down!', calls: 2 });
    expect(findings[0]!.samples).toEqual([
      { number: 1, id: 'a', turn: 4, quote: 'Just calm down!' },
      { number: 3, id: 'c', turn: 4, quote: '您先冷静一下。' },
      { number: 4, id: 'd', turn: 4, quote: 'Settle down.' },
    ]);
    expect(findings[1]).toMatchObject({ words: [], samples: [{ number: 6, id: 'f', turn: 0 }] });
  });

  it('coaching: what stands out from all, and what weighs most, with the wording to use', () => {
    const { coaching } = analysed([
      ...many(10, (index) => ({
        agent: { id: 'a1', name: 'Ann', team: 'North' },
        outcomes: index < 2 ? 'mmmna' : 'mnmma',
        findings:
          index < 2
            ? [finding('rude', { severity: 'fatal', sentence: 'Shut up.', turn: 2, say: 'Let me help.' })]
            : [finding('helps')],
      })),
      ...many(10, () => ({
        agent: { id: 'a2' },
        outcomes: 'nnmma',
        findings: [finding('greets'), finding('both')],
      })),
    ]);
    expect(coaching.map(({ agent, name, team, calls }) => [agent, name, team, calls])).toEqual([
      ['a1', 'Ann', 'North', 10],
      ['a2', undefined, undefined, 10],
    ]);
    // greets: 10 of 10, all 10 of 20; calm: 10 of 10, all 20 of 20; rude is met in 8 of 10 only by a1.
    expect(coaching[0]!.strengths.map(({ criterion, count, of }) => [criterion, count, of])).toEqual([
      ['greets', 10, 10],
      ['calm', 10, 10],
    ]);
    // helps: 8 of 10, lower end 0.49; rude: 2 of 10, lower end 0.057, three times that is 0.17.
    expect(coaching[0]!.findings.map(({ criterion, count }) => [criterion, count])).toEqual([
      ['helps', 8],
      ['rude', 2],
    ]);
    expect(coaching[0]!.findings[1]).toMatchObject({
      severity: 'fatal',
      say: 'Let me help.',
      sample: { number: 1, id: 'call-1', turn: 2, quote: 'Shut up.' },
    });
    // What is in no section is no finding of an agent.
    expect(coaching[1]!.findings.map(({ criterion }) => criterion)).toEqual(['greets']);
  });

  it('repeated issues: type, terms that are of it, weeks, and what the pack advises', () => {
    const { issues } = analysed([
      ...many(6, (index) => ({
        complaintType: 'parcel',
        startedAt: index < 3 ? '2024-01-01' : '2024-01-08',
        problems: ['The courier lost my parcel', '我的快递丢了'],
      })),
      ...many(4, () => ({
        complaintType: 'bill',
        startedAt: '2024-01-08',
        problems: ['The courier was charged to my bill'],
      })),
      ...many(2, () => ({ problems: ['The courier'] })),
    ]);
    expect(issues.map(({ type, share }) => [type, share.count, share.of])).toEqual([
      ['parcel', 6, 12],
      ['bill', 4, 12],
    ]);
    // `courier` is as frequent in both and of neither.
    expect(issues[0]!.terms).toEqual([
      { term: 'lost', calls: 6, times: null },
      { term: 'parcel', calls: 6, times: null },
      { term: '快递丢', calls: 6, times: null },
    ]);
    expect(issues[0]!.weeks.map(({ week, share }) => [week, share.count, share.of])).toEqual([
      ['2024-W01', 3, 3],
      ['2024-W02', 3, 7],
    ]);
    expect(issues[0]!.prevent).toMatchObject({ en: 'Check it first.', 'zh-CN': '先检查。' });
    expect(issues[1]!.prevent).toBeUndefined();
  });
});

describe('calls with several allegations', () => {
  const two = [
    { allegation: 'hung-up', source: 'filed', verdict: 'insufficient-evidence', narrow: false },
    { allegation: 'handling', source: 'filed', verdict: 'upheld', narrow: false },
  ] as const;

  it.each([
    ['as filed', two],
    ['the other way round', two.toReversed()],
  ])('count by the gravest verdict, %s', (_, verdicts) => {
    const { groupings, signOff, weeks, ...analysis } = analysed(
      [record('two', { verdicts, agent: { id: 'a' }, startedAt: '2024-01-01T10:00:00Z' })],
      ['agent'],
    );
    expect(
      analysis.verdicts.map(({ source, calls, shares }) => [source, calls, shares.upheld.count]),
    ).toEqual([['filed', 1, 1]]);
    expect(groupings[0]!.groups[0]!.upheld).toMatchObject({ count: 1, of: 1 });
    expect(weeks[0]!.upheld).toMatchObject({ count: 1, of: 1 });
    expect(signOff.queue[0]).toMatchObject({ verdict: 'upheld', reasons: ['upheld', 'undecided'] });
    expect(
      gateFigures([{ figure: { verdict: 'upheld' }, bound: 'at-most', value: 0, written: '' }], {
        ...analysis,
        groupings,
        signOff,
        weeks,
      })[0],
    ).toMatchObject({ count: 1, of: 1, passed: false });
  });
});

it('the words behind findings are none of a criterion off the scorecard, which is a finding in some of its calls only', () => {
  const { findings } = analysed([
    record('a', {
      findings: [finding('both', { unscored: true, words: 'no' }), finding('calm', { words: 'calm' })],
    }),
  ]);
  expect(findings.map(({ criterion }) => criterion)).toEqual(['calm']);
});

describe('what is left to do', () => {
  const at = (startedAt: string) => ({ startedAt });

  it('repeat contacts: the same customer within the days, in time and not in the order of the input', () => {
    const { repeats } = analysed([
      record('late', { customer: '13800138000', ...at('2024-01-20T10:00:00Z') }),
      record('second', { customer: '13800138000', ...at('2024-01-08T10:00:00Z'), again: true }),
      record('first', { customer: '13800138000', ...at('2024-01-01T10:00:00Z') }),
      record('other', { customer: 'c2', ...at('2024-01-01T10:00:00Z') }),
      record('undated', { customer: 'c2' }),
    ]);
    expect(repeats).toMatchObject({ days: 7, customers: 1, calls: 2, said: { count: 1, of: 5 } });
    expect(repeats.most).toEqual([
      {
        customer: '***********',
        calls: [
          { number: 3, id: 'first' },
          { number: 2, id: 'second' },
        ],
        first: '2024-01-01T10:00:00Z',
        last: '2024-01-08T10:00:00Z',
      },
    ]);
  });

  it('promises of calls with a date and no time: overdue after the day, broken once they may be due', () => {
    const day = 86_400_000;
    const fifth = Date.UTC(2026, 0, 5);
    const promise = (days: number) => ({
      ...at('2026-01-05'),
      promises: [
        {
          id: 'callback',
          turn: 1,
          quote: 'We will call you.',
          dueAt: fifth + (days + 1) * day - 1,
          notDueBefore: fifth + days * day,
        },
      ],
    });
    const broken = { fates: { callback: 'broken' as const } };
    const { promises } = analysed([
      record('today', promise(0)),
      record('tomorrow', promise(1)),
      record('in days', promise(2)),
      record('told late', { caseId: 'a', ...promise(0) }),
      record('tells late', { caseId: 'a', ...at('2026-01-06'), ...broken }),
      record('told early', { caseId: 'b', ...promise(3) }),
      record('tells early', { caseId: 'b', ...at('2026-01-07'), ...broken }),
    ]);
    expect(promises.list.map(({ id, status, due }) => [id, status, due])).toEqual([
      ['told late', 'broken', '2026-01-05T23:59:59.999Z'],
      ['today', 'overdue', '2026-01-05T23:59:59.999Z'],
      ['tomorrow', 'overdue', '2026-01-06T23:59:59.999Z'],
      ['in days', 'open', '2026-01-07T23:59:59.999Z'],
      ['told early', 'open', '2026-01-08T23:59:59.999Z'],
    ]);
    expect(promises.overdue).toBe(2);
  });

  it('lists ten thousand of each, and counts the rest', () => {
    const { promises, repeats, signOff } = analysed(
      many(20_002, (index) => ({
        ...at('2024-01-01T10:00:00Z'),
        customer: `c${index % 10_001}`,
        promises: [{ id: 'callback', turn: 1, quote: 'We will call you.' }],
        signOff: ['upheld'],
      })),
    );
    expect([promises.list.length, promises.beyond]).toEqual([10_000, 10_002]);
    expect([repeats.most.length, repeats.beyond]).toEqual([10_000, 1]);
    expect([signOff.queue.length, signOff.beyond]).toEqual([10_000, 10_002]);
  });

  it('repeat contacts: what the company called about is none', () => {
    const c1 = { customer: 'c1' };
    const { repeats } = analysed([
      record('asks', { ...c1, ...at('2024-01-01T10:00:00Z') }),
      record('called back', { ...c1, ...at('2024-01-02T10:00:00Z'), outbound: true }),
      record('other asks', { customer: 'c2', ...at('2024-01-01T10:00:00Z') }),
      record('other is called back', { customer: 'c2', ...at('2024-01-02T10:00:00Z'), outbound: true }),
      record('asks again', { ...c1, ...at('2024-01-03T10:00:00Z') }),
    ]);
    expect(repeats).toMatchObject({ customers: 1, calls: 2 });
    expect(repeats.most[0]!.calls.map(({ id }) => id)).toEqual(['asks', 'asks again']);
  });

  it('promises: kept or broken by a later call of the case, else open; overdue by the end of the batch', () => {
    const hour = 3_600_000;
    const noon = Date.UTC(2024, 0, 1, 12);
    const promise = (dueAt?: number, id = 'callback') => ({
      promises: [{ id, turn: 6, quote: ' We will call you. ', ...(dueAt === undefined ? {} : { dueAt }) }],
    });
    const { promises } = analysed([
      record('kept', { caseId: 'k', ...at('2024-01-01T12:00:00Z'), ...promise(noon + hour) }),
      record('keeps', { caseId: 'k', ...at('2024-01-01T12:30:00Z'), fates: { callback: 'kept' } }),
      // The call that breaks it stands before it in the input.
      record('breaks', { caseId: 'b', ...at('2024-01-03T12:00:00Z'), fates: { callback: 'broken' } }),
      record('broken', { caseId: 'b', ...at('2024-01-01T12:00:00Z'), ...promise(noon + hour) }),
      // Said before it was due.
      record('early', { caseId: 'e', ...at('2024-01-01T12:00:00Z'), ...promise(noon + 500 * hour) }),
      record('impatient', { caseId: 'e', ...at('2024-01-02T12:00:00Z'), fates: { callback: 'broken' } }),
      record('overdue', { agent: { id: 'x' }, ...at('2024-01-01T12:00:00Z'), ...promise(noon + hour) }),
      record('undated', promise()),
    ]);
    expect(promises).toMatchObject({ asOf: '2024-01-03T12:00:00.000Z', open: 3, overdue: 1, broken: 1 });
    expect(promises.list.map(({ id, status, due }) => [id, status, due])).toEqual([
      ['broken', 'broken', '2024-01-01T13:00:00.000Z'],
      ['overdue', 'overdue', '2024-01-01T13:00:00.000Z'],
      ['early', 'open', '2024-01-22T08:00:00.000Z'],
      ['undated', 'open', undefined],
    ]);
    expect(promises.list[1]).toMatchObject({ agent: 'x', turn: 6, quote: 'We will call you.' });
  });

  it('exposure to abuse, by id and not by how much', () => {
    const { exposure } = analysed([
      ...many(3, () => ({ agent: { id: 'z', name: 'Zoe' }, abuse: ['abuse', 'abuse', 'hate'] })),
      record('b', { agent: { id: 'b' }, abuse: ['abuse'] }),
      record('c', { agent: { id: 'b' } }),
      record('d', { agent: { id: 'a' } }),
    ]);
    expect(exposure).toMatchObject([
      { agent: 'b', calls: { count: 1, of: 2 }, kinds: [{ moment: 'abuse', calls: 1 }] },
      {
        agent: 'z',
        name: 'Zoe',
        kinds: [
          { moment: 'abuse', calls: 3 },
          { moment: 'hate', calls: 3 },
        ],
      },
    ]);
  });

  it('sign-off: a complaint that was filed and could not be decided, before what is only uncertain', () => {
    const undecided = verdict('insufficient-evidence', 'filed');
    const { signOff } = analysed([
      record('unsure', { total: 5, review: ['speakers-unsure'] }),
      record('routine', { total: 1, ...verdict('insufficient-evidence') }),
      record('filed-30', { total: 30, ...undecided }),
      record('filed-10', { total: 10, ...undecided }),
      record('upheld', { total: 90, ...verdict('upheld', 'filed') }),
    ]);
    expect(signOff).toMatchObject({
      calls: 4,
      reasons: { fatal: 0, upheld: 1, undecided: 2, uncertain: 1 },
    });
    expect(signOff.queue.map(({ id, reasons }) => [id, reasons])).toEqual([
      ['upheld', ['upheld']],
      ['filed-10', ['undecided']],
      ['filed-30', ['undecided']],
      ['unsure', ['uncertain']],
    ]);
  });

  it('sign-off: fatal, then upheld, then by score', () => {
    const { signOff } = analysed([
      record('fine'),
      record('upheld-90', { total: 90, ...verdict('upheld') }),
      record('upheld-20', { total: 20, ...verdict('upheld') }),
      record('unsure', {
        verdicts: [
          {
            allegation: 'handling',
            source: 'default',
            verdict: 'insufficient-evidence',
            reason: 'words-unsure',
            narrow: false,
          },
        ],
      }),
      record('fatal', {
        total: 95,
        findings: [finding('rude', { severity: 'fatal' })],
        review: ['fatal-uncertain'],
      }),
    ]);
    expect(signOff).toMatchObject({ calls: 4, reasons: { fatal: 1, upheld: 2, uncertain: 2 } });
    expect(signOff.queue.map(({ id, reasons }) => [id, reasons])).toEqual([
      ['fatal', ['fatal', 'uncertain']],
      ['upheld-20', ['upheld']],
      ['upheld-90', ['upheld']],
      ['unsure', ['uncertain']],
    ]);
    expect(signOff.queue[0]).toMatchObject({ number: 5, finding: 'rude', source: 'calls.jsonl' });
  });
});
