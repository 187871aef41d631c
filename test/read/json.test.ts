import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/call/call.ts';
import { Failure } from '../../src/call/failure.ts';
import { checkCall } from '../../src/read/canonical.ts';
import { scanJson } from '../../src/read/json-scan.ts';
import { labelReader } from '../../src/read/labels.ts';
import { itemsOf, sorted } from './content.ts';

const labelOf = labelReader();
const check = (value: unknown) => checkCall(value, 'f', { file: 'f.json' }, labelOf);
const turns = [{ speaker: 'agent', text: 'a' }];
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the canonical form', () => {
  it.each<[unknown, string]>([
    [[], 'the call'],
    [{}, 'turns'],
    [{ turns: {} }, 'turns'],
    [{ turns: [1] }, 'turns[0]'],
    [{ turns: [...turns, { text: 'a' }] }, 'turns[1].speaker'],
    [{ turns: [{ speaker: 1, text: 'a' }] }, 'turns[0].speaker'],
    [{ turns: [{ speaker: 'agent' }] }, 'turns[0].text'],
    [{ turns: [{ speaker: 'agent', text: 'a', start: '1' }] }, 'turns[0].start'],
    [{ turns: [{ speaker: 'agent', text: 'a', start: -1 }] }, 'turns[0].start'],
    [{ turns: [{ speaker: 'agent', text: 'a', start: 5, end: 4 }] }, 'turns[0].end'],
    [{ turns: [{ speaker: 'agent', text: 'a', confidence: 2 }] }, 'turns[0].confidence'],
    [{ turns: [{ speaker: 'agent', text: 'a', words: [{}] }] }, 'turns[0].words[0].text'],
    [{ turns, id: {} }, 'id'],
    [{ turns, direction: 'up' }, 'direction'],
    [{ turns, channel: 'fax' }, 'channel'],
    [{ turns, agent: ['Maria'] }, 'agent'],
    [{ turns, agent: { nick: 'M' } }, 'agent.nick'],
    [{ turns, participants: [{ id: 'a' }] }, 'participants[0].speaker'],
    [{ turns, allegations: 'hung-up' }, 'allegations'],
    [{ turns, allegations: [1] }, 'allegations[0]'],
    [{ turns, notes: [{}] }, 'notes[0].text'],
    [{ turns, events: [{ kind: 'sneeze', afterTurn: 0 }] }, 'events[0].kind'],
    [{ turns, events: [{ kind: 'hold', afterTurn: 1 }] }, 'events[0].afterTurn'],
    [{ turns, events: [{ kind: 'hold', afterTurn: 0, by: 'ghost' }] }, 'events[0].by'],
    [{ turns, meta: [] }, 'meta'],
  ])('of %j: the error names %s', (value, path) => {
    const error = (() => {
      try {
        return check(value);
      } catch (error) {
        return error;
      }
    })();
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).code).toBe('call-invalid');
    expect((error as Failure).message).toMatch(new RegExp(`^${path.replaceAll(/[[\].]/gu, '\\$&')}: `, 'u'));
  });

  it.each([
    ['the 5th of January', '2026-01-05', undefined],
    ['slashes, year first', '2026/1/5', '2026-01-05'],
    ['a day that is no month', '13/01/2026', '2026-01-13'],
    ['a month that is told by its place', '1/13/2026 2:03 PM', '2026-01-13T14:03'],
    ['the same day and month', '05/05/2026', '2026-05-05'],
    ['dots', '5.1.2026', '2026-01-05'],
    ['a name of a month', 'Jan 5, 2026', '2026-01-05'],
    ['a day of the week', 'Mon, 5 Jan 2026 10:02:03 GMT', '2026-01-05T10:02:03Z'],
    ['hyphens and a name', '05-Jan-2026', '2026-01-05'],
    ['an ordinal', 'January 5th, 2026', '2026-01-05'],
    ['Chinese', '2026年1月5日 下午2:03', '2026-01-05T14:03'],
    ['digits alone', '20260105', '2026-01-05'],
    ['digits alone, with a time', '20260105140300', '2026-01-05T14:03:00'],
    ['digits alone, ISO 8601', '20260105T140300Z', '2026-01-05T14:03:00Z'],
    ['seconds since 1970', 1767600000, '2026-01-05T08:00:00.000Z'],
    ['milliseconds since 1970, as a text', '1767600000000', '2026-01-05T08:00:00.000Z'],
  ])('reads a date with %s', (_, startedAt, iso) => {
    const call = check({ id: 'a', turns, startedAt });
    expect(call.startedAt).toBe(iso ?? startedAt);
    expect(call.meta).toBeUndefined();
  });

  it.each([
    'yesterday',
    '05/01/2026',
    '1/5/26',
    '26/01/05',
    '2026-02-30',
    '2026-13-45',
    '0000-00-00',
    '20261301',
    5,
    true,
    {},
  ])('keeps the date %j, which cannot be read, beside the call', (startedAt) => {
    const call = check({ id: 'a', turns, startedAt, meta: { queue: 1 } });
    expect(call.startedAt).toBeUndefined();
    expect(call.meta).toEqual({ queue: 1, startedAt });
  });

  it.each(['', null])('takes the date %j for none', (startedAt) => {
    expect(check({ id: 'a', turns, startedAt })).toEqual({ id: 'a', turns });
  });

  it('takes a date under another name that tables have for it', () => {
    const call = check({ id: 'a', turns, call_date: '2026/01/05', queue: 'q' });
    expect(call).toEqual({ id: 'a', turns, startedAt: '2026-01-05', meta: { queue: 'q' } });
    expect(check({ id: 'a', turns, date: 'soon' }).meta).toEqual({ date: 'soon' });
  });

  it('takes names and ids that nobody sees for none', () => {
    expect(
      check({
        id: ' \u200b',
        caseId: '  ',
        turns,
        agent: { id: '  ', name: '\u3164', team: 'North' },
        customer: { id: '\u202e' },
      }),
    ).toEqual({ id: 'f', turns, agent: { team: 'North' }, customer: {} });
  });

  it('takes a bare name of the agent or the customer for the id', () => {
    expect(check({ id: 'a', turns, agent: 'a24', customer: 7 })).toMatchObject({
      agent: { id: 'a24' },
      customer: { id: '7' },
    });
  });

  it('is given back as it is, not cloned, where it is right', () => {
    const call = { id: 'a', turns, notes: [{ text: 'n' }], events: [{ kind: 'hold', afterTurn: 0 }] };
    expect(check(call)).toBe(call);
  });

  it('has its speakers’ words mapped, in either language, and people without a known side kept', () => {
    const call = check({
      id: 'a',
      participants: [{ id: 'p1', speaker: '客户' }],
      turns: [
        ...['rep', '坐席', 'caller', 'Supervisor', 'SPEAKER_00'].map((speaker) => ({ speaker, text: 'a' })),
        { participant: 'p1', text: 'a' },
      ],
      events: [{ kind: 'disconnect', afterTurn: 0, by: '客户' }],
    });
    expect(call.turns.map(({ speaker, participant }) => [speaker, participant])).toEqual([
      ['agent', undefined],
      ['agent', undefined],
      ['customer', undefined],
      ['agent', 'Supervisor'],
      ['unknown', 'SPEAKER_00'],
      ['customer', 'p1'],
    ]);
    expect(call.events?.[0]?.by).toBe('customer');
    expect(call.participants?.[0]?.speaker).toBe('customer');
  });

  it('lets null stand for absent, and keeps unknown keys in meta', () => {
    expect(
      check({
        id: 7,
        caseId: null,
        queue: 'q',
        meta: { a: 1 },
        notes: ['n'],
        turns: [{ speaker: 'bot', text: 'a', end: null }],
      }),
    ).toEqual({
      id: '7',
      meta: { a: 1, queue: 'q' },
      notes: [{ text: 'n' }],
      turns: [{ speaker: 'bot', text: 'a' }],
    });
  });
});

const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const compact = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
const text = fc.string({ unit: 'grapheme' });
// Names that nobody sees are dropped.
const seen = fc.string({ minLength: 1 }).filter((name) => name.trim() !== '');
// So is what stands for none.
const named = seen.filter((name) => !/^\s*(?:-{1,3}|none|null|nil|unknown|n\/a)\s*$/iu.test(name));
const calls: fc.Arbitrary<Call> = fc
  .record({
    id: seen,
    caseId: optional(named),
    language: optional(fc.constantFrom('en', 'zh-CN')),
    startedAt: optional(fc.constantFrom('2026-03-01T10:00:00Z', '2026-03-01')),
    direction: optional(fc.constantFrom('inbound', 'outbound')),
    channel: optional(fc.constantFrom('phone', 'chat', 'email')),
    agent: optional(fc.record({ id: named, name: optional(named), team: optional(named) })),
    participants: optional(
      fc.array(fc.record({ id: text, speaker: fc.constantFrom('agent', 'customer'), name: text })),
    ),
    allegations: optional(fc.array(text)),
    notes: optional(fc.array(fc.record({ text, by: optional(text) }))),
    turns: fc.array(
      fc.record({
        speaker: fc.constantFrom('agent', 'customer', 'bot', 'unknown'),
        participant: optional(text),
        text,
        start: optional(fc.nat(1000)),
        end: optional(fc.integer({ min: 1000, max: 9000 })),
        words: optional(fc.array(fc.record({ text, start: fc.nat() }))),
      }),
    ),
    events: optional(
      fc.array(
        fc.record({
          kind: fc.constantFrom('hold', 'transfer'),
          afterTurn: fc.constant(-1),
          by: fc.constant('system'),
        }),
      ),
    ),
    meta: optional(fc.dictionary(text, fc.jsonValue())),
  })
  .map((call) => compact(call) as Call);

describe('JSON and JSONL', () => {
  it.each(['json', 'jsonl'] as const)('as %s give the same calls back', async (inputFormat) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(calls, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 50 }),
        async (all, size) => {
          const content =
            inputFormat === 'json' ? JSON.stringify(all) : all.map((call) => JSON.stringify(call)).join('\n');
          const read = sorted(await itemsOf(content, { inputFormat, size }));
          expect(read.failures).toEqual([]);
          expect(read.calls).toEqual(all);
        },
      ),
    );
  });

  it.each([
    ['one call', '{"id":"a","turns":[]}', ['a']],
    ['a list', '[{"id":"a","turns":[]},{"turns":[]}]', ['a', 'f#2']],
    [
      'an object of calls',
      '{"v": [1], "calls": [ {"turns":[]} , {"id":"b","turns":[]}], "n": 2}',
      ['f#1', 'b'],
    ],
    ['a byte order mark', '\ufeff{"turns":[]}', ['f']],
  ])('JSON may be %s', async (_, content, ids) => {
    const { calls, failures } = sorted(await itemsOf(content));
    expect(failures).toEqual([]);
    expect(calls.map(({ id }) => id)).toEqual(ids);
  });

  it('gives each call of a list its own line and hash', async () => {
    const items = await itemsOf('[\n{"id":"a","turns":[]},\n\n {"id":"b","turns":[]}]');
    expect(items.map((item) => ('source' in item ? item.source : item))).toEqual([
      { path: 'f.txt', line: 2, sha256: sha('{"id":"a","turns":[]}') },
      { path: 'f.txt', line: 4, sha256: sha('{"id":"b","turns":[]}') },
    ]);
  });

  it.each([
    ['[{"id":"a","turns":[]},\n {"id":"b", turns:[]}]', ['a'], ['json-syntax 2 13']],
    ['[{"id":"a","turns":[]},\n {"id":"b"', ['a'], ['json-syntax 2 11']],
    ['[{"id":"a","turns":[]}, {"id":"b"}, {"id":"c","turns":[]}]', ['a', 'c'], ['call-invalid 1']],
    ['[{"id":"a","turns":[]}] x', ['a'], ['json-syntax 1 25']],
    ['{\n"id": "a\n', [], ['json-syntax 2 9']],
    ['{"id": "a\\x"}', [], ['json-syntax 1 10']],
    ['{"id": "a', [], ['json-syntax 1 8']],
    ['[]', [], ['input-empty']],
    ['{}', [], ['call-invalid']],
  ])('of %j keeps what can be read and says where the rest breaks', async (content, ids, failures) => {
    const read = sorted(await itemsOf(content, { inputFormat: 'json' }));
    expect([read.calls.map(({ id }) => id), read.failures]).toEqual([ids, failures]);
  });

  it('reads the good lines of JSONL and names the bad ones', async () => {
    const good = '{"id":"a","turns":[]}';
    const content = Buffer.concat([
      Buffer.from(`${good}\r\n{"id":\n\n{"turns":1}\n`),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.from(good),
    ]);
    const items = await itemsOf(content, { inputFormat: 'jsonl', size: 7 });
    expect(sorted(items).failures).toEqual(['json-syntax 2 7', 'call-invalid 4', 'call-invalid 5']);
    expect(items.flatMap((item) => ('source' in item ? [item.source] : []))).toEqual([
      { path: 'f.txt', line: 1, sha256: sha(good) },
      { path: 'f.txt', line: 6, sha256: sha(good) },
    ]);
  });

  it('finds an error exactly where JSON.parse finds one', () => {
    const sign = fc.constantFrom(
      ...'{}[]:,"\\ \n0123.e+-',
      '"a"',
      'true',
      'null',
      '{"a":',
      '1',
      '"calls":[',
      '\\u00e9',
    );
    const broken = fc.tuple(fc.json(), fc.nat(), sign).map(([json, at, sign]) => {
      const cut = at % (json.length + 1);
      return json.slice(0, cut) + sign + json.slice(cut + 1);
    });
    const any = fc.oneof(
      fc.json(),
      fc.array(sign, { maxLength: 12 }).map((signs) => signs.join('')),
      broken,
      fc.string(),
    );
    fc.assert(
      fc.property(any, (text) => {
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        expect(scanJson(text).error === undefined).toBe(parses);
      }),
      { numRuns: 5000 },
    );
  });

  it('cuts a list into what JSON.parse makes of it', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.nat(3), (list, indent) => {
        const text = JSON.stringify(list, undefined, indent);
        const spans = scanJson(text).items ?? [];
        expect(spans.map(({ start, end }) => JSON.parse(text.slice(start, end)) as unknown)).toEqual(
          compact(list),
        );
      }),
    );
  });

  it('survives deep nesting', async () => {
    expect(sorted(await itemsOf('['.repeat(200_000), { inputFormat: 'json' })).failures).toEqual([
      'limit-nesting 1 101',
    ]);
  });
});

describe('times of the canonical form', () => {
  const text = 'This is about as much as people say in a turn or so.';
  const turns = (scale: number) => [
    { speaker: 'agent', text, start: 0.5 * scale, end: 4.25 * scale },
    { speaker: 'customer', text, start: 5 * scale, end: 9 * scale },
  ];
  it.each<[string, unknown, string[]]>([
    ['f.json', { id: 'x', turns: turns(1) }, ['time-unit']],
    ['f.jsonl', { id: 'x', turns: turns(1) }, ['time-unit']],
    ['f.json', { id: 'x', turns: turns(1000) }, []],
    ['f.json', { id: 'x', turns: [{ speaker: 'agent', text, start: 0.5 }] }, []],
  ])('are milliseconds, and %s %j is warned of where they cannot be', async (path, value, expected) => {
    const warnings: string[] = [];
    const items = await itemsOf(JSON.stringify(value), {
      path,
      warn: ({ code }) => void warnings.push(code),
    });
    expect(sorted(items).calls).toHaveLength(1);
    expect(warnings).toEqual(expected);
  });
});
