import { expect, it } from 'vitest';
import { labelReader } from '../../src/read/labels.ts';
import { markOf } from '../../src/read/marks.ts';

const read = (written: string) => {
  const mark = markOf(written, labelReader());
  if (mark === undefined) return undefined;
  if (mark.kind === 'note') return ['note', mark.by, mark.text];
  return [mark.kind, mark.by, mark.detail];
};

it.each([
  ['[hold]', ['hold', undefined, undefined]],
  ['[on hold 45s]', ['hold', undefined, '45s']],
  ['[hold by agent]', ['hold', 'agent', undefined]],
  ['(customer on hold)', ['hold', undefined, undefined]],
  ['[等待]', ['hold', undefined, undefined]],
  ['【等待30秒】', ['hold', undefined, '30秒']],
  ['（通话保持）', ['hold', undefined, undefined]],
  ['[resume]', ['resume', undefined, undefined]],
  ['[恢复通话]', ['resume', undefined, undefined]],
  ['［通話恢復］', ['resume', undefined, undefined]],
  ['[恢復通話]', ['resume', undefined, undefined]],
  ['[transfer]', ['transfer', undefined, undefined]],
  ['[transfer to billing]', ['transfer', undefined, 'billing']],
  ['(transferred to the billing team)', ['transfer', undefined, 'the billing team']],
  ['[转接 主管]', ['transfer', undefined, '主管']],
  ['（轉接主管）', ['transfer', undefined, '主管']],
  ['（转人工）', ['transfer', undefined, '人工']],
  ['（转接费用另算）', undefined],
  ['[disconnect agent]', ['disconnect', 'agent', undefined]],
  ['[disconnect customer]', ['disconnect', 'customer', undefined]],
  ['[disconnect: caller]', ['disconnect', 'customer', undefined]],
  ['[disconnect]', ['disconnect', undefined, undefined]],
  ['[Customer hangs up]', ['disconnect', 'customer', undefined]],
  ['[call ended by agent]', ['disconnect', 'agent', undefined]],
  ['[call ended]', ['disconnect', undefined, undefined]],
  ['[call dropped]', ['disconnect', 'system', undefined]],
  ['（客服主动挂机）', ['disconnect', 'agent', undefined]],
  ['（客户挂断）', ['disconnect', 'customer', undefined]],
  ['【客戶掛斷電話】', ['disconnect', 'customer', undefined]],
  ['［坐席挂断］', ['disconnect', 'agent', undefined]],
  ['（挂断方：客户）', ['disconnect', 'customer', undefined]],
  ['（通话结束）', ['disconnect', undefined, undefined]],
  ['（断线）', ['disconnect', 'system', undefined]],
  ['[note refund filed]', ['note', undefined, 'refund filed']],
  ['[Agent note: warned twice]', ['note', 'Agent', 'warned twice']],
  ['【备注：已安抚客户】', ['note', undefined, '已安抚客户']],
  ['[客服备注：已升级]', ['note', '客服', '已升级']],
  ['[laughs]', undefined],
  ['[hold on a second]', undefined],
  ['[noted]', undefined],
  ['(inaudible)', undefined],
  ['（笑）', undefined],
  ['[]', undefined],
])('reads %s', (written, expected) => {
  expect(read(written)).toEqual(expected);
});
