/**
 * From a phrase as it is written to a tree.
 *
 *     phrase   = ['^'] sequence ['$']
 *     sequence = { word | word '*' | '?' | '!' | '...' [digits] | '<' class '>' | '{' list '}' | '[' choice ']' | '(' choice ')' }
 *     choice   = sequence { '|' sequence }
 *     word     = a Latin word, a number, or a single Han character; '\' takes the next character as itself
 */
import { charKind, fold, foldText, kinds } from '../text/fold.ts';
import type { ParsedPhrase, PhraseNode } from './phrase.ts';
import { phraseClasses } from './phrase.ts';
import { PhraseError } from './phrase-error.ts';
import { canBeEmpty, edges } from './shape.ts';
import { fillerWords, longForm } from './symbols.ts';

/** How many units a gap may be unless it says: wider where a neighbour is Han, whose words are more units. */
const gapMost = { han: 12, other: 6 } as const;

/** Gaps are bounded so that the cost of a phrase is. */
const widestGap = 40;

type ListResolver = (name: string) => PhraseNode | undefined;

/** A gap whose neighbours are not yet known has this width. */
const undecided = -1;

/**
 * Parses one phrase.
 * @param text the phrase as written, without its comment
 * @param list gives a named list as a node, or undefined where there is none of that name
 * @throws {PhraseError} with the column (1-based) of what is wrong
 */
export function parsePhrase(text: string, list: ListResolver = () => undefined): ParsedPhrase {
  return new PhraseParser(text, list).phrase(false);
}

/** Parses one line of a named list, which may be less than a phrase: a lone <number>, beside which its user puts a word. */
export function parseListLine(text: string, list: ListResolver = () => undefined): PhraseNode {
  return new PhraseParser(text, list).phrase(true).node;
}

class PhraseParser {
  private readonly text: string;
  private readonly list: ListResolver;
  private at = 0;
  /** The columns of the leaves that may stand in the wrong place. */
  private readonly columns = new Map<PhraseNode, number>();

  constructor(text: string, list: ListResolver) {
    this.text = text;
    this.list = list;
  }

  phrase(isPart: boolean): ParsedPhrase {
    this.space();
    const atStart = this.take('^');
    const node = this.sequence(true);
    const atEnd = this.take('$');
    this.space();
    if (this.at < this.text.length) this.fail(this.unexpected());
    if (isPart && (atStart || atEnd)) {
      const column = atStart ? this.text.indexOf('^') + 1 : this.text.lastIndexOf('$') + 1;
      throw new PhraseError(
        'a line of a list stands anywhere in its phrase',
        column,
        'Write `^` and `$` in the phrase that names the list.',
      );
    }
    if (canBeEmpty(node))
      throw new PhraseError('this phrase can be empty', 1, 'Give it one word that must stand in the text.');
    const { first, last } = edges(node);
    const gap = [...first, ...last].find((leaf) => leaf.kind === 'gap');
    if (gap !== undefined) {
      throw new PhraseError(
        'a gap at the edge of a phrase holds nothing together',
        this.columnOf(gap),
        'Put a word on each side of it.',
      );
    }
    const mark = first.find((leaf) => leaf.kind === 'mark');
    if (mark !== undefined)
      throw new PhraseError('a written mark needs a word before it', this.columnOf(mark));
    const number = isPart ? undefined : loneNumber(node);
    if (number !== undefined) {
      throw new PhraseError(
        'a lone <number> would hit every number',
        this.columnOf(number),
        'Put a word beside it.',
      );
    }
    return { node: settleGaps(node), atStart, atEnd };
  }

  /** Where a leaf was written; what came out of a list is at the list's name. */
  private columnOf(leaf: PhraseNode): number {
    return this.columns.get(leaf) ?? this.text.indexOf('{') + 1;
  }

  private placed(node: PhraseNode, column: number): PhraseNode {
    this.columns.set(node, column);
    return node;
  }

  /** A sequence, up to a closing bracket, a bar, `$` or the end. */
  private sequence(top: boolean): PhraseNode {
    const nodes: PhraseNode[] = [];
    for (this.space(); this.at < this.text.length; this.space()) {
      const character = this.text[this.at]!;
      if (character === ']' || character === ')' || character === '|') {
        if (top)
          this.fail(
            character === '|' ? '`|` stands only inside brackets' : `\`${character}\` closes no bracket`,
          );
        break;
      }
      if (character === '$' && top) break;
      if (this.text.startsWith('...', this.at)) nodes.push(this.gap());
      else if (character === '[') nodes.push({ kind: 'optional', node: this.choice(']') });
      else if (character === '(') nodes.push(this.choice(')'));
      else if (character === '<') nodes.push(this.class());
      else if (character === '{') nodes.push(this.namedList());
      else if (character === '?' || character === '？') nodes.push(this.mark('?'));
      else if (character === '!' || character === '！') nodes.push(this.mark('!'));
      else if ('^$*}>'.includes(character)) this.fail(this.unexpected());
      else nodes.push(...this.words());
    }
    return sequenceOf(nodes);
  }

  private choice(close: ']' | ')'): PhraseNode {
    const opened = this.at++;
    const nodes = [this.sequence(false)];
    while (this.take('|')) nodes.push(this.sequence(false));
    if (!this.take(close))
      throw new PhraseError(
        `\`${this.text[opened]}\` is not closed`,
        opened + 1,
        `Close it with \`${close}\`.`,
      );
    return nodes.length === 1 ? nodes[0]! : { kind: 'choice', nodes };
  }

  private gap(): PhraseNode {
    const from = this.at;
    this.at += 3;
    while (this.text[this.at] === '.') this.at++;
    const digits = /^\d+/.exec(this.text.slice(this.at))?.[0] ?? '';
    this.at += digits.length;
    const most = digits === '' ? undecided : Number(digits);
    if (most > widestGap) throw new PhraseError(`a gap is at most ${widestGap} units`, from + 1);
    return this.placed({ kind: 'gap', most }, from + 1);
  }

  private class(): PhraseNode {
    const name = this.enclosed('<', '>');
    const found = phraseClasses.find((each) => each === name.text);
    if (found === undefined) {
      throw new PhraseError(
        `no class is called <${name.text}>`,
        name.column,
        `There are ${phraseClasses.map((each) => `<${each}>`).join(' ')}.`,
      );
    }
    return this.placed({ kind: 'class', name: found }, name.column);
  }

  private namedList(): PhraseNode {
    const name = this.enclosed('{', '}');
    const node = this.list(name.text);
    if (node === undefined)
      throw new PhraseError(`no list is called {${name.text}}`, name.column, 'Define it under `lists:`.');
    return node;
  }

  private enclosed(open: string, close: string): { readonly text: string; readonly column: number } {
    const column = this.at + 1;
    const end = this.text.indexOf(close, this.at);
    if (end < 0) throw new PhraseError(`\`${open}\` is not closed`, column, `Close it with \`${close}\`.`);
    const text = this.text.slice(this.at + 1, end).trim();
    this.at = end + 1;
    return { text, column };
  }

  private mark(mark: '?' | '!'): PhraseNode {
    return this.placed({ kind: 'mark', mark }, ++this.at);
  }

  /** Plain text up to the next sign of the language: what the scanner would make units of. */
  private words(): readonly PhraseNode[] {
    const column = this.at + 1;
    if (this.text[this.at] === '\\') {
      if (this.at + 1 >= this.text.length) this.fail('`\\` stands before nothing');
      this.at++;
    }
    const code = this.text.charCodeAt(this.at);
    switch (kinds[code]) {
      case charKind.single:
      case charKind.fillerHead:
        return this.single();
      case charKind.letter:
      case charKind.digit:
      case charKind.apostrophe:
        return this.latin(column);
      case charKind.high: {
        const pair = String.fromCodePoint(this.text.codePointAt(this.at)!);
        this.at += pair.length;
        return /\p{Script=Han}/u.test(pair) ? [{ kind: 'word', word: pair }] : [];
      }
      case charKind.stop:
      case charKind.line:
        if (this.text[this.at - 1] !== '\\')
          this.fail(
            'a sentence end inside a phrase can never match',
            'Write two phrases, or a gap as `...`.',
          );
        this.at++;
        return [];
      default:
        this.at++;
        return [];
    }
  }

  private single(): readonly PhraseNode[] {
    const word = String.fromCharCode(fold[this.text.charCodeAt(this.at)]!);
    this.at++;
    if (word === '那' && fold[this.text.charCodeAt(this.at)] === '个'.charCodeAt(0)) {
      this.at++;
      return [];
    }
    return [{ kind: 'word', word }];
  }

  private latin(column: number): readonly PhraseNode[] {
    const from = this.at;
    for (; this.at < this.text.length; this.at++) {
      const kind = kinds[this.text.charCodeAt(this.at)];
      const inside = kind === charKind.letter || kind === charKind.digit || kind === charKind.ignored;
      const joins = kind === charKind.apostrophe && isLetter(this.text.charCodeAt(this.at + 1));
      if (!inside && !joins && !this.isDecimalPoint()) break;
    }
    const written = [...foldText(this.text.slice(from, this.at))]
      .filter((each) => kinds[each.charCodeAt(0)] !== charKind.ignored)
      .join('');
    if (written === '' || written === "'") {
      if (this.at === from) this.at++;
      return [];
    }
    if (this.take('*')) {
      if (!/^[a-z]{3,}$/.test(written))
        throw new PhraseError(
          '`*` stands after at least three Latin letters',
          this.at,
          'Write the forms out: (is|was).',
        );
      if (isInWord(this.text.charCodeAt(this.at)))
        this.fail('`*` stands at the end of a word', 'Leave out what follows it, or write the word out.');
      return [{ kind: 'prefix', prefix: written }];
    }
    if (/^\d+([.,:]\d+)+$/.test(written))
      throw new PhraseError('a literal number is written without points', column, 'Use <number>.');
    const long = longForm(written);
    if (long !== undefined) return long.map((forms) => choiceOf(forms));
    const word = written.replaceAll("'", '');
    return fillerWords.includes(word) ? [] : [{ kind: 'word', word }];
  }

  /** Whether a sign between two digits is here. */
  private isDecimalPoint(): boolean {
    const around = this.text.slice(Math.max(this.at - 1, 0), this.at + 2);
    return /^\d[.,:]\d$/.test(around);
  }

  private space(): void {
    while (this.at < this.text.length && /\s/.test(this.text[this.at]!)) this.at++;
  }

  private take(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  private unexpected(): string {
    return `\`${this.text[this.at]}\` has no meaning here`;
  }

  private fail(message: string, hint = 'Write `\\` before a sign that is meant as itself.'): never {
    throw new PhraseError(message, this.at + 1, hint);
  }
}

function isLetter(code: number): boolean {
  return kinds[code] === charKind.letter;
}

function isInWord(code: number): boolean {
  return isLetter(code) || kinds[code] === charKind.digit;
}

/** The <number> that may be all there is of a match; undefined where there is none. */
function loneNumber(node: PhraseNode): PhraseNode | undefined {
  switch (node.kind) {
    case 'class':
      return node.name === 'number' ? node : undefined;
    case 'optional':
      return loneNumber(node.node);
    case 'choice':
      return firstLone(node.nodes);
    case 'sequence': {
      const needed = node.nodes.filter((each) => !canBeEmpty(each));
      return needed.length > 1 ? undefined : firstLone(needed.length === 1 ? needed : node.nodes);
    }
    default:
      return undefined;
  }
}

function firstLone(nodes: readonly PhraseNode[]): PhraseNode | undefined {
  for (const node of nodes) {
    const found = loneNumber(node);
    if (found !== undefined) return found;
  }
  return undefined;
}

function choiceOf(words: readonly string[]): PhraseNode {
  const nodes = words.map((word): PhraseNode => ({ kind: 'word', word }));
  return nodes.length === 1 ? nodes[0]! : { kind: 'choice', nodes };
}

function sequenceOf(nodes: readonly PhraseNode[]): PhraseNode {
  const flat = nodes.flatMap((node) => (node.kind === 'sequence' ? node.nodes : [node]));
  return flat.length === 1 ? flat[0]! : { kind: 'sequence', nodes: flat };
}

/** Gives each gap that named no width its width, from what stands on its sides. */
function settleGaps(
  node: PhraseNode,
  before: readonly PhraseNode[] = [],
  after: readonly PhraseNode[] = [],
): PhraseNode {
  // Most have none; a list stays the one node that it is.
  if (!hasOpenGap(node)) return node;
  switch (node.kind) {
    case 'gap':
      if (node.most !== undecided) return node;
      return { kind: 'gap', most: [...before, ...after].some(isHanLeaf) ? gapMost.han : gapMost.other };
    case 'optional':
      return { kind: 'optional', node: settleGaps(node.node, before, after) };
    case 'choice':
      return { kind: 'choice', nodes: node.nodes.map((each) => settleGaps(each, before, after)) };
    case 'sequence':
      return {
        kind: 'sequence',
        nodes: node.nodes.map((each, index) => {
          const left = edges({ kind: 'sequence', nodes: node.nodes.slice(0, index) });
          const right = edges({ kind: 'sequence', nodes: node.nodes.slice(index + 1) });
          return settleGaps(
            each,
            left.empty ? [...left.last, ...before] : left.last,
            right.empty ? [...right.first, ...after] : right.first,
          );
        }),
      };
    default:
      return node;
  }
}

/** A list is one node in all phrases that name it. */
const settled = new WeakSet<PhraseNode>();

function hasOpenGap(node: PhraseNode): boolean {
  switch (node.kind) {
    case 'gap':
      return node.most === undecided;
    case 'optional':
      return hasOpenGap(node.node);
    case 'choice':
    case 'sequence': {
      if (settled.has(node)) return false;
      const open = node.nodes.some(hasOpenGap);
      if (!open) settled.add(node);
      return open;
    }
    default:
      return false;
  }
}

function isHanLeaf(leaf: PhraseNode): boolean {
  return leaf.kind === 'word' && /\p{Script=Han}/u.test(leaf.word);
}
