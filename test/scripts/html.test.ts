/** HTML in Markdown, and in the values of the other formats. */
import { expect, it } from 'vitest';
import { readText, said } from './read.ts';

it.each<[file: string, source: string, expected: readonly string[]]>([
  ['a.md', '<p>Hold <b>on</b>\nplease.</p>\n', ['0 agent: Hold on please. <- Hold <b>on</b>\nplease.']],
  ['a.md', '<div>\nHold on.\n</div>\n', ['0 agent: Hold on.']],
  ['a.md', '<!-- x --> Hold on.\n', ['0 agent: Hold on.']],
  [
    'a.md',
    '<details><summary>禁用语</summary>\n\n你急什么\n\n</details>\n\n您好\n',
    ['0 agent: 你急什么 (禁用语)', '0 agent: 您好'],
  ],
  [
    'a.md',
    "<table><tr><th>Don't say</th><th>Say</th></tr><tr><td>No.</td><td>Hold on.</td></tr></table>\n",
    ["0 agent: No. (Don't say)", '0 agent: Hold on.'],
  ],
  ['a.md', '<table><tr><td></td><td>Hold on.</td></tr></table>\n', ['0 agent: Hold on.']],
  [
    'a.md',
    "<h2>Don't say</h2>\n<p>No.</p>\n<h2>Say instead</h2>\n<p>Hold on.</p>\n",
    ["0 agent: No. (Don't say)", '1 agent: Hold on.'],
  ],
  ['a.md', '<script>Hold on.</script>\n\n<pre>\nHold on.\n</pre>\n', []],
  [
    'a.json',
    '{"html":"<p>Hold <b>on</b></p><p>Yes</p>"}',
    ['0 agent: Hold on\n\nYes <- Hold <b>on</b></p><p>Yes'],
  ],
  ['a.json', '{"text":"Hold&nbsp;on &amp; wait"}', ['0 agent: Hold on & wait <- Hold&nbsp;on &amp; wait']],
  ['a.json', '{"text":"Hold<br>on"}', ['0 agent: Hold on <- Hold<br>on']],
  ['a.yaml', 'text: Dear <customer name>, a < b & c\n', ['0 agent: Dear <customer name>, a < b & c']],
  ['a.csv', 'script\n<b>Hold</b> on\n', ['0 agent: Hold on <- Hold</b> on']],
  ['a.txt', 'Please <b>hold</b> on\n', ['0 agent: Please hold on <- Please <b>hold</b> on']],
])('%s: %s', async (file, source, expected) => {
  expect(said(await readText(file, source))).toEqual(expected);
});
