import { expect, it } from 'vitest';
import { phraseLines } from '../../src/pack/phrase-lines.ts';
import { readSource } from '../../src/pack/source.ts';

/** `line:column text` of the phrases under `p`, each of which stands in the file at exactly that place. */
function phrases(yaml: string): readonly string[] {
  const source = readSource('f', new TextEncoder().encode(yaml));
  expect(source.failures).toEqual([]);
  const found = phraseLines(source, ['p']);
  expect(found.failures).toEqual([]);
  const lines = yaml.split(/\r?\n/);
  return found.phrases.map(({ text, origin }) => {
    expect(lines[origin.line - 1]!.slice(origin.column - 1, origin.column - 1 + text.length)).toBe(text);
    return `${origin.line}:${origin.column} ${text}`;
  });
}

it.each<[what: string, yaml: string, ...expected: string[]]>([
  ['a block', 'p: |\n  a b\n  冷静\n', '2:3 a b', '3:3 冷静'],
  ['a block without a last line end', 'p: |\n  a\n  b', '2:3 a', '3:3 b'],
  ['a block that ends in blank lines', 'p: |\n  a\n\n\nq: 1\n', '2:3 a'],
  ['a block that begins with blank lines', 'p: |\n\n   \n   a\n', '4:4 a'],
  ['a block with blank lines inside', 'p: |\n  a\n\n \n  b\n', '2:3 a', '5:3 b'],
  ['lines indented further', 'p: |\n  a\n     b\n', '2:3 a', '3:6 b'],
  ['an indentation mark', 'p: |2\n    a\n  b\n', '2:5 a', '3:3 b'],
  ['chomping marks', 'p: |-\n  a\n  b\n\nq: 1\n', '2:3 a', '3:3 b'],
  ['chomping marks that keep', 'p: |+\n  a\n\n\nq: 1\n', '2:3 a'],
  ['a comment on the header', 'p: | # these\n  a\n', '2:3 a'],
  ['Windows line ends', 'q: 1\r\np: |\r\n  a b  \r\n\r\n  c\r\n', '3:3 a b', '5:3 c'],
  ['a header on a line of its own', 'p:\n  |\n  a\n', '3:3 a'],
  ['comments after white space', 'p: |\n  a  # x # y\n  b\t# z\n', '2:3 a', '3:3 b'],
  ['lines of comments', 'p: |\n  # x\n    # y\n  a\n', '4:3 a'],
  [
    'a sign that is no comment',
    String.raw`p: |${'\n'}  no#1${'\n'}  a \# b${'\n'}`,
    '2:3 no#1',
    String.raw`3:3 a \# b`,
  ],
  ['brackets and numbers', 'p: |\n  [x] (a|b)\n  12\n  a: b\n', '2:3 [x] (a|b)', '3:3 12', '4:3 a: b'],
  ['a plain string', 'p: calm down # x\n', '1:4 calm down'],
  ['quoted strings', `p: "a b"\n`, '1:5 a b'],
  ['a list', `p:\n  - a b\n  - 'c'\n  - "d # x"\n  - ""\n`, '2:5 a b', '3:6 c', '4:6 d'],
  ['a list in flow', 'p: [a, "b c"]\n', '1:5 a', '1:9 b c'],
  ['blocks in a list', 'p:\n  - |\n    a\n    b\n  - c\n', '3:5 a', '4:5 b', '5:5 c'],
  ['characters beyond the first plane', 'p: |\n  😀 a\n  😀 # b\n', '2:3 😀 a', '3:3 😀'],
])('finds the phrases of %s at their places', (_, yaml, ...expected) => {
  expect(phrases(yaml)).toEqual(expected);
});

it.each([
  ['p: >\n  a\n  b\n', '1:4'],
  ['p: a\n  b\n', '1:4'],
  ['p:\n  - x\n  - "a\n    b"\n', '3:5'],
])('refuses strings whose lines YAML joins: %j', (yaml, place) => {
  const { failures } = phraseLines(readSource('f', new TextEncoder().encode(yaml)), ['p']);
  expect(failures.map((failure) => `${failure.place.line}:${failure.place.column}`)).toEqual([place]);
  expect(failures[0]!.code).toBe('folded-lines');
});
