import { describe, expect, it } from 'vitest';
import { createEvaluator } from '../../src/batch/evaluate.ts';
import type { Call } from '../../src/call/call.ts';
import { builtinPack } from '../../src/pack/builtin.ts';
import { findingsOf } from '../../src/result/findings.ts';

const compiled = builtinPack();
const evaluator = createEvaluator(compiled, { tool: 'callqa/0.0.0', redact: true });
const source = { path: 'calls.jsonl', line: 3, sha256: 'a'.repeat(64) };

const call: Call = {
  id: 'c1',
  caseId: 'k1',
  startedAt: '2024-01-01T10:00:00Z',
  agent: { id: 'a1', name: 'Ann' },
  customer: { id: '13800138000' },
  meta: { product: ' fibre ', tries: 2, nested: { a: 1 } },
  turns: [
    { speaker: 'agent', text: 'Good morning, how can I help you?' },
    {
      speaker: 'customer',
      text: 'My parcel never arrived and this is the third time I am calling. My number is 13800138000.',
    },
    { speaker: 'agent', text: 'You need to calm down. I will call you back within 24 hours.' },
    { speaker: 'customer', text: 'You stupid idiot!' },
    { speaker: 'agent', text: 'Goodbye.' },
  ],
};

describe('the record of a call', () => {
  const { result, record } = evaluator.recorded(call, source, ['product', 'tries', 'nested', 'absent']);

  it('comes with the very result that the call has without one', () => {
    expect(result).toEqual(evaluator.score(call, source));
  });

  it('names the call, and has the metadata that was asked for as text', () => {
    expect(record).toMatchObject({
      id: 'c1',
      caseId: 'k1',
      source: 'calls.jsonl',
      line: 3,
      customer: '13800138000',
      meta: { product: 'fibre', tries: '2' },
      agent: { id: 'a1', name: 'Ann' },
    });
    expect(Object.keys(record.meta!)).toEqual(['product', 'tries']);
  });

  it.each<[Partial<Call>, true | undefined]>([
    [{ direction: 'outbound' }, true],
    [{ meta: { direction: 'Outgoing' } }, true],
    [{ direction: 'inbound', meta: { direction: 'outbound' } }, undefined],
    [{ meta: { direction: ['outbound'] } }, undefined],
    [{}, undefined],
  ])('of %j: whether the company called is %s', (changes, outbound) => {
    expect(evaluator.recorded({ ...call, ...changes }, source, []).record.outbound).toBe(outbound);
  });

  it('has a letter for each criterion of the pack', () => {
    expect(record.outcomes).toHaveLength(compiled.pack.criteria.length);
    const at = compiled.pack.criteria.findIndex(({ id }) => id === 'no-calm-down');
    expect(record.outcomes[at]).toBe('n');
  });

  it('quotes findings with their sentences and the wording to use', () => {
    const calm = record.findings.find(({ criterion }) => criterion === 'no-calm-down');
    expect(calm).toMatchObject({
      severity: 'critical',
      sentence: 'You need to calm down.',
      turn: 2,
    });
    expect(calm!.words).toContain('calm down');
    expect(calm!.say).toBeTruthy();
    expect(record.findings.map(({ criterion }) => criterion)).toEqual(findingsOf(result).map(({ id }) => id));
  });

  it('tells type, problems, repeated contact, abuse and what was promised until when', () => {
    expect(record.complaintType).toBe('logistics');
    expect(record.problems[0]).toContain('My parcel never arrived');
    expect(record.again).toBe(true);
    expect(record.abuse).toContain('abuse');
    expect(record.promises).toEqual([
      {
        id: 'callback',
        turn: 2,
        quote: expect.stringContaining('call you back within 24 hours') as unknown,
        // The turn has no time, so the call's start counts.
        dueAt: Date.UTC(2024, 0, 2, 10),
      },
    ]);
  });

  it('of a call with a date and no time, a promise is due at the end of the day', () => {
    const { record: dated } = evaluator.recorded({ ...call, startedAt: '2024-01-01' }, source, []);
    expect(dated.promises).toMatchObject([
      { dueAt: Date.UTC(2024, 0, 3) - 1, notDueBefore: Date.UTC(2024, 0, 2) },
    ]);
  });

  it('masks personal data in quotes', () => {
    expect(JSON.stringify({ ...record, customer: '' })).not.toContain('13800138000');
  });

  it('a later call of the case shows what became of a promise', () => {
    const later: Call = {
      id: 'c2',
      caseId: 'k1',
      direction: 'outbound',
      turns: [
        { speaker: 'agent', text: 'Hello, I am calling you back as promised about your parcel.' },
        { speaker: 'customer', text: 'Thank you.' },
      ],
    };
    expect(evaluator.recorded(later, source).record.fates['callback']).toBe('kept');
  });
});
