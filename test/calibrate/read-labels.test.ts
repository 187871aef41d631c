import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/call/failure.ts';
import { readLabelMap, resolveLabels } from '../../src/calibrate/label-map.ts';
import { readLabels } from '../../src/calibrate/read-labels.ts';

const reading = { file: 'labels.csv', columns: {}, grades: [] };

/** Code, line and message of each thing that is wrong. */
async function wrong(
  work: () => unknown,
): Promise<readonly (readonly [string, number | undefined, string])[]> {
  try {
    await work();
  } catch (error) {
    const { failures = [error as Failure] } = error as { readonly failures?: readonly Failure[] };
    return failures.map(({ code, place, message }) => [code, place.line, message]);
  }
  return [];
}

describe('labels of turns', () => {
  it.each([
    ['call_id,turn,labels\na,0,apology;empathy\na,1,\n'],
    ['call_id,turn,labels\na,0,apology | empathy\na,1,\n'],
    ['turn;call_id;labels\n0;a;apology empathy\n1;a;\n'],
    ['通话ID,轮次,标签\na,0,"apology，empathy"\na,1,\n'],
    ['call_id\tturn\tlabels\r\na\t0\tapology\r\na\t0\tempathy\r\na\t1\t\r\n'],
  ])('%j', async (text) => {
    expect(await readLabels(text, reading)).toMatchObject({
      kind: 'turns',
      turns: [
        { call: 'a', turn: 0, names: ['apology', 'empathy'] },
        { call: 'a', turn: 1, names: [] },
      ],
    });
  });
  it('takes the headers that it is told', async () => {
    const columns = { call_id: '录音', turn: '第几句', labels: '意图' };
    expect(await readLabels('意图,录音,第几句\nx,a,3\n', { ...reading, columns })).toEqual({
      kind: 'turns',
      turns: [{ call: 'a', turn: 3, names: ['x'] }],
      names: [{ name: 'x', line: 2, column: 1 }],
    });
  });
  it('names every row that is wrong', async () => {
    expect(await wrong(() => readLabels('call_id,turn,labels\na,one,x\n,2,x\na,-1,x\n', reading))).toEqual([
      ['labels-row', 2, '"one" is no turn'],
      ['labels-row', 3, 'this row names no call'],
      ['labels-row', 4, '"-1" is no turn'],
    ]);
  });
});

describe('outcomes', () => {
  it.each([
    ['met', 'met'],
    ['达标', 'met'],
    ['達標', 'met'],
    ['not-met', 'not-met'],
    ['Not met', 'not-met'],
    ['未达标', 'not-met'],
    ['不合格', 'not-met'],
    ['N/A', 'not-applicable'],
    ['不适用', 'not-applicable'],
  ])('%s is %s', async (written, outcome) => {
    expect(await readLabels(`call_id,criterion,outcome\na,greets,${written}\n`, reading)).toMatchObject({
      kind: 'outcomes',
      outcomes: [{ call: 'a', criterion: 'greets', outcome }],
    });
  });
  it('leaves out what was not judged, and says what is no outcome or two', async () => {
    expect(
      await readLabels('call_id,criterion,outcome\na,greets,\na,listens,未评估\n', reading),
    ).toMatchObject({
      outcomes: [],
    });
    expect(
      await wrong(() =>
        readLabels('通话,质检项,判定\na,greets,good\nb,greets,met\nb,greets,未达标\n', reading),
      ),
    ).toEqual([
      ['labels-row', 2, '"good" is no outcome'],
      ['labels-row', 4, 'greets of the call b has two outcomes, met and not-met'],
    ]);
  });
});

describe('grades', () => {
  const text = 'call_id,satisfaction,remark,effort,graders\na,-0.5,fine,3,19\nb,1,,,19\nb,2,,4,19\n';
  it('are all columns of numbers, the mean of a call’s rows', async () => {
    expect(await readLabels(text, reading)).toEqual({
      kind: 'grades',
      grades: ['satisfaction', 'effort'],
      calls: [
        { call: 'a', values: [-0.5, 3] },
        { call: 'b', values: [1.5, 4] },
      ],
    });
  });
  it('are those that were picked', async () => {
    expect(await readLabels(text, { ...reading, grades: ['Effort'] })).toMatchObject({ grades: ['effort'] });
    expect(await wrong(() => readLabels(text, { ...reading, grades: ['remark'] }))).toEqual([
      ['labels-row', 2, '"fine" under remark is no number'],
    ]);
    expect((await wrong(() => readLabels(text, { ...reading, grades: ['effect'] })))[0]![2]).toContain(
      'call_id, satisfaction, remark, effort, graders',
    );
  });
});

it.each([
  ['who,what\na,b\n', 'labels-columns', 'these headers make no labels: who, what'],
  ['call_id,turn\na,1\n', 'labels-columns', 'these headers make no labels: call_id, turn'],
  ['call_id,remark\na,fine\n', 'labels-columns', 'no column holds numbers; the headers are call_id, remark'],
  ['call_id,turn,labels\n', 'labels-empty', 'the file holds no labels'],
  ['call_id,turn,labels\na,1,"x\n', 'csv-quote', 'a quote that opens here is never closed'],
])('%j is refused', async (text, code, message) => {
  expect((await wrong(() => readLabels(text, reading))).map(([code, , message]) => [code, message])).toEqual([
    [code, message],
  ]);
});

it('refuses columns that are not there', async () => {
  expect(
    (await wrong(() => readLabels('a,b\n1,2\n', { ...reading, columns: { call_id: 'c' } })))[0]![2],
  ).toBe('--columns: there is no column "c"; the headers are a, b');
});

describe('the map', () => {
  const namable = { thing: 'moment', ids: new Set(['apology', 'empathy', 'anger']) } as const;
  const map = (text: string) => readLabelMap('map.yaml', new TextEncoder().encode(text), namable);
  it('maps a label to one, several or none', () => {
    expect([...map('sorry: apology\nfeeling: [empathy, anger]\nchat: null\n')]).toEqual([
      ['sorry', ['apology']],
      ['feeling', ['anger', 'empathy']],
      ['chat', []],
    ]);
  });
  it.each([
    ['sorry: apologie\n', 'There is no moment `apologie`.', 1, 8],
    ['a: apology\nb: [empathy, 3]\n', 'There is no moment `3`.', 2, 14],
    ['- apology\n', 'A label map must be a map.', 1, 1],
    ['two words: apology\n', 'The label "two words" can stand in no cell.', 1, 1],
  ])('%j', (text, message, line, column) => {
    try {
      map(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ message, place: { file: 'map.yaml', line, column } });
    }
  });
  it('leaves a label that is an id as it is, and says where an unknown one stands', async () => {
    const names = [
      { name: 'sorry', line: 2, column: 5 },
      { name: 'anger', line: 3 },
      { name: 'apologi', line: 4, column: 9 },
    ];
    expect(await wrong(() => resolveLabels(names, map('sorry: apology\n'), namable, 'labels.csv'))).toEqual([
      ['unknown-label', 4, 'the label "apologi" is no moment'],
    ]);
    expect([...resolveLabels(names.slice(0, 2), map('sorry: apology\n'), namable, 'l')]).toEqual([
      ['sorry', ['apology']],
      ['anger', ['anger']],
    ]);
  });
});
