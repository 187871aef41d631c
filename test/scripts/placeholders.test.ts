import { expect, it } from 'vitest';
import { placeholdersOf } from '../../src/scripts/placeholders.ts';

it.each([
  ['Hello [Customer Name], [X]', ['Customer Name', 'X']],
  ['{{name}} {{ order.id }} {name} ${name}', ['name', 'order.id', 'name', 'name']],
  ['Dear <customer name>, %name%', ['customer name', 'name']],
  ['【姓名】您好，您的订单XX元', ['姓名', 'XX']],
  ['on ___ at xx:xx', ['___', 'xx', 'xx']],
  ['某某先生，×××号', ['某某', '×××']],
  ['TODO', ['TODO']],
  ['TBD: add the text', ['TBD']],
  ['待补充', ['待补充']],
])('%s', (text, names) => {
  const found = placeholdersOf(text);
  expect(found.map(({ name }) => name)).toEqual(names);
  for (const { start, end, name } of found) expect(text.slice(start, end)).toContain(name);
});

it.each([
  'a <b>bold</b> word',
  '[Calm down, this is our policy.]',
  'MAXX and snake__case',
  '100% of 5%',
  '[link](to)',
  '1 < 2 > 1',
  '某人',
  '{"text":"Hold on."}',
  '{Hold on|Wait}',
  '{Please hold on.}',
  'What is on your todo list?',
])('none in %s', (text) => {
  expect(placeholdersOf(text)).toEqual([]);
});
