/** Where classes stand: a class is tried at one offset of a text. */
import { classForms, numberPatterns, type ClassName, type Form, type Forms } from './class-forms.ts';
import { isLetter, lettersAt, numberWordsEnd } from './number-words.ts';

/** A form with its regular expressions, each made when it is first needed: making them all takes longer than a call. */
class Pattern {
  private readonly form: Form;
  private readonly after: readonly Pattern[];
  private before: RegExp | undefined;
  private whole: RegExp | undefined;

  constructor(form: Form) {
    this.form = form;
    this.after = (form.after ?? []).map((each) => new Pattern(each));
  }

  /** Whether a form may begin with a word. */
  takes(word: string): boolean {
    return this.form.words?.has(word) ?? true;
  }

  /** Where the form that begins at an offset ends; -1 where none begins there. */
  end(text: string, at: number): number {
    const end = this.form.number === undefined ? this.rest(text, at) : this.numberEnd(text, at);
    if (end < 0) return -1;
    for (const pattern of this.after) {
      const further = pattern.end(text, end);
      if (further >= 0) return further;
    }
    return end;
  }

  private numberEnd(text: string, at: number): number {
    const { before, number } = this.form;
    const from = before === undefined ? at : endOf((this.before ??= spaced(before)), text, at);
    const single = from < 0 ? -1 : countEnd(text, from);
    if (single < 0) return -1;
    const join = number === 'range' ? endOf(joining, text, single) : -1;
    const second = join < 0 ? -1 : countEnd(text, join);
    const ranged = second < 0 ? -1 : this.rest(text, second);
    return ranged < 0 ? this.rest(text, single) : ranged;
  }

  private rest(text: string, at: number): number {
    return endOf((this.whole ??= spaced(this.form.source)), text, at);
  }
}

type Patterns = { readonly [Kind in 'digit' | 'letter' | 'han' | 'other']: readonly Pattern[] } & {
  readonly lead: Pattern | undefined;
  /** The words that a form with a letter may begin with, the lead's too; none where any may. */
  readonly words: ReadonlySet<string> | undefined;
};

function patternsOf({ digit, letter, han, other, lead }: Forms): Patterns {
  const made = (forms: readonly Form[]): readonly Pattern[] => forms.map((form) => new Pattern(form));
  return {
    digit: made(digit),
    letter: made(letter),
    han: made(han),
    other: made(other),
    lead: lead && new Pattern(lead),
    words: firstWords(lead === undefined ? letter : [...letter, lead]),
  };
}

function firstWords(forms: readonly Form[]): ReadonlySet<string> | undefined {
  const all = forms.map(({ words }) => words);
  return all.includes(undefined) ? undefined : new Set(all.flatMap((words) => [...words!]));
}

const patterns = new Map(
  (Object.entries(classForms) as [ClassName, Forms][]).map(([name, forms]) => [name, patternsOf(forms)]),
);

/** A pattern as a regular expression; its signs for spaces are written out. */
function spaced(pattern: string): RegExp {
  let source = '';
  let inSet = false;
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at]!;
    if (sign === '[') inSet = true;
    else if (sign === ']') inSet = false;
    if (sign === '\\') source += sign + pattern[++at]!;
    else if (inSet) source += sign;
    else if (sign === ' ') source += ' +';
    else if (sign === '~') source += ' *';
    else if (sign === '=' && !/[?<]/.test(pattern[at - 1]!)) source += '[ -]*';
    else source += sign;
  }
  return new RegExp(source, 'y');
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/**
 * Where the class that begins at an offset ends; -1 where none begins there. It is tried at one offset only, and every
 * repetition in the patterns reads what no other part of them could, so the cost is that of the text it takes.
 * @param text folded
 */
export function classEnd(name: ClassName, text: string, at: number): number {
  const known = patterns.get(name)!;
  const code = text.charCodeAt(at);
  const word = isLetter(code) ? lettersAt(text, at) : '';
  if (word !== '' && known.words?.has(word) === false) return -1;
  let end = firstEnd(known, text, at, word);
  if (end < 0 && known.lead?.takes(word) === true) {
    const core = known.lead.end(text, at);
    if (core >= 0) end = firstEnd(known, text, core, lettersAt(text, core));
  }
  return end >= 0 && name === 'phone' && !isPhone(text.slice(at, end)) ? -1 : end;
}

/**
 * The end of the first form that begins at an offset.
 * @param word with which it begins, empty where it begins with no letter
 */
function firstEnd({ digit, letter, han, other }: Patterns, text: string, at: number, word: string): number {
  if (word !== '') {
    for (const pattern of letter)
      if (pattern.takes(word)) {
        const end = pattern.end(text, at);
        if (end >= 0) return end;
      }
    return -1;
  }
  const code = text.charCodeAt(at);
  for (const pattern of code >= ZERO && code <= NINE ? digit : isHan(code) ? han : other) {
    const end = pattern.end(text, at);
    if (end >= 0) return end;
  }
  return -1;
}

const ZERO = 0x30;
const NINE = 0x39;

/** 〇 is a digit among the signs. */
function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || code === 0x3007;
}

const digits = spaced(numberPatterns.digits);
const han = spaced(numberPatterns.han);
const joining = spaced(numberPatterns.to);

/** The end of one number, in digits or in words; -1 where none begins. */
function countEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (isLetter(code)) return numberWordsEnd(text, at);
  return endOf(code >= ZERO && code <= NINE ? digits : han, text, at);
}

/** In groups a phone has this many digits, or it is a score, a range or two numbers; in one run a hotline may have five. */
const groupedDigits = 7;

function isPhone(text: string): boolean {
  if (!/\d[ -]/.test(text) || /[a-z]/.test(text)) return true;
  return text.replaceAll(/\D/g, '').length >= groupedDigits;
}
