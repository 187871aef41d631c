import { describe, expect, it } from 'vitest';
import { labelReader } from '../../src/read/labels.ts';

const labelOf = labelReader();

describe('labels', () => {
  it.each([
    ['Agent', 'agent', true, undefined],
    ['AGENT', 'agent', true, undefined],
    ['Ａｇｅｎｔ', 'agent', true, undefined],
    ['Customer Service Representative', 'agent', true, undefined],
    ['Agent 2', 'agent', false, undefined],
    ['Agent2', 'agent', false, undefined],
    ['Agent_1', 'agent', false, undefined],
    ['Agent 2 (Maria)', 'agent', false, 'Maria'],
    ['Agent Maria Lopez', 'agent', false, 'Maria Lopez'],
    ['Maria (Agent)', 'agent', false, 'Maria'],
    ['Supervisor', 'agent', false, undefined],
    ['Manager Dave', 'agent', false, 'Dave'],
    ['Caller', 'customer', true, undefined],
    ['Customer (John Smith)', 'customer', false, 'John Smith'],
    ['IVR', 'bot', true, undefined],
    ['SPEAKER_00', 'unknown', false, undefined],
    ['Channel 1', 'unknown', false, undefined],
    ['客服', 'agent', true, undefined],
    ['坐席', 'agent', true, undefined],
    ['話務員', 'agent', true, undefined],
    ['客服小王', 'agent', false, '小王'],
    ['客服王芳', 'agent', false, '王芳'],
    ['坐席1001', 'agent', false, undefined],
    ['客服代表 李娜', 'agent', false, '李娜'],
    ['客服主管', 'agent', false, undefined],
    ['主管', 'agent', false, undefined],
    ['客戶', 'customer', true, undefined],
    ['来电人', 'customer', true, undefined],
    ['客户张女士', 'customer', false, '张女士'],
    ['小王（客服）', 'agent', false, '小王'],
    ['Customer’s wife', 'customer', false, undefined],
    ["Caller's Husband", 'customer', false, undefined],
    ['客户家属', 'customer', false, undefined],
    ['用戶的太太', 'customer', false, undefined],
    ['智能客服', 'bot', true, undefined],
    ['语音提示', 'bot', true, undefined],
    ['说话人1', 'unknown', false, undefined],
  ])('%s is of the side %s', (label, speaker, plain, name) => {
    const read = labelOf(label);
    expect([read?.speaker, read?.plain, read?.name]).toEqual([speaker, plain, name]);
  });

  it.each(
    [
      'Agent’s wife|Customer ID|Agent Notes|Support Hours|Channel|agent said|Note|John|The total'.split('|'),
      '客户反映|客服热线|客户电话|客服说|客户姓名|客服小结|备注|刚才那个客服|王女士'.split('|'),
    ].flat(),
  )('%s is none', (label) => {
    expect(labelOf(label)).toBeUndefined();
  });

  it('lets the user’s labels win, whatever their case and width', () => {
    const own = labelReader(
      new Map([
        ['speaker_00', 'customer'],
        ['座席', 'customer'],
        ['Dave', 'agent'],
      ]),
    );
    expect(['SPEAKER 00', '座席', 'dave', 'Agent'].map((label) => own(label)?.speaker)).toEqual([
      'customer',
      'customer',
      'agent',
      'agent',
    ]);
  });
});
