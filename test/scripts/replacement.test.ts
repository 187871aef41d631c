/** Replacements of the built-in rules: put in, they read well, and a second run has nothing to add. */
import { describe, expect, it } from 'vitest';
import { fixScript } from '../../src/scripts/fix.ts';
import { createLinter } from '../../src/scripts/lint.ts';
import { builtinRules } from './builtin-rules.ts';
import { readText } from './read.ts';

const lint = createLinter(builtinRules);

async function fixed(source: string, file = 'a.md'): Promise<string> {
  const document = await readText(file, source);
  return (await fixScript(document, Buffer.from(source), lint(document))).source;
}

const heard = 'I can hear how upsetting this is';
const rule = "hat rule is there to protect customers, so let's see together what else we can do for you";

describe('what a replacement leaves behind', () => {
  it.each<[source: string, expected: string]>([
    // The rest of the sentence says part of it already.
    ['您先冷静一下，慢慢说。', '您先消消气，慢慢说。'],
    ['请您冷静一下，有话好好说。', '您先消消气，慢慢说。'],
    ['请您先不要生气，冷静一下。', '您先消消气，慢慢说。'],
    // One that tells asks nothing.
    ['请您冷静一下好吗？', '您先消消气，慢慢说。'],
    ['请您冷静一下?我在查。', '您先消消气，慢慢说.我在查。'],
    ['You need to calm down?', `${heard}.`],
    ['请您冷静一下！', '您先消消气，慢慢说！'],
    // Small where it goes on, and large where a line begins.
    ["Well, it's our policy, there's nothing I can do.", `Well, t${rule}.`],
    ["Dear Ms Lee,\nIt's our policy, there's nothing I can do.", `Dear Ms Lee,\nT${rule}.`],
    ["Now then,\nit's our policy, there's nothing I can do.", `Now then,\nt${rule}.`],
    [
      'Well, I promise it will never happen again.',
      "Well, we'll look into why it happened, and I'll tell you what we find.",
    ],
    // The next clause is none of it.
    ['您先别激动；您先看这里。', '您先消消气，慢慢说；您先看这里。'],
    ['Calm down, that is the old bill.', `${heard}, that is the old bill.`],
    ['Sir, calm down.', `Sir, ${heard}.`],
  ])('%s', async (source, expected) => {
    expect(await fixed(source)).toBe(expected);
    expect(await fixed(expected)).toBe(expected);
  });

  it.each([
    // What leans on the clause would lean on another.
    'Please calm down, OK?',
    'Calm down, will you.',
    "Please calm down, or I'll hang up.",
    'Calm down, otherwise I cannot help.',
    '请您冷静一下，否则我没法帮您。',
    '请您冷静一下，听到没有？',
    // The rest says it again.
    '这是您自己的问题，跟我们没有关系。',
    // It stands there already.
    `${heard}. Please calm down.`,
    '请您先冷静一下，您先消消气。',
  ])('none: %s', async (source) => {
    expect(await fixed(source)).toBe(source);
    const document = await readText('a.md', source);
    expect(lint(document)).not.toEqual([]);
  });

  it('none twice in one piece, whichever run makes it', async () => {
    const once = await fixed('- Calm down. Calm down.\n');
    expect(once).toBe(`- ${heard}. Calm down.\n`);
    expect(await fixed(once)).toBe(once);
  });

  it('begins large behind a greeting of its own line in YAML', async () => {
    const source = "say: |\n  Hi {{name}},\n\n  It's our policy, there's nothing I can do.\n";
    expect(await fixed(source, 'a.yaml')).toBe(`say: |\n  Hi {{name}},\n\n  T${rule}.\n`);
  });
});

it('judges a replacement in a talk by what is said around it', async () => {
  const source =
    'Customer: That is no use to me.\n\nAgent: Calm down.\n\nCustomer: No, that does not help.\n';
  expect(await fixed(source)).toBe(source.replace('Calm down', heard));
});
