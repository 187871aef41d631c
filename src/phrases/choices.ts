/** Points of choice, unfolded: which instructions go on after which symbol. Made when one is first met, since few are. */
import {
  eitherBits,
  eitherMask,
  operation,
  operationBits,
  operationMask,
  type CompiledPhrases,
} from './program.ts';

/** The hash of a symbol is itself, spread a little: neighbouring symbols are neighbouring words. */
const spreading = 0x9e3779b1;

/**
 * What a point of choice comes to: by the symbol of the unit that stands there, the instructions to go on with after it;
 * and those that are no test of one symbol, to be tried at the unit itself. Lists stand in `lists`, each as its length and
 * then its instructions.
 */
export class Choices {
  /** The list at 0 is empty. */
  lists = new Int32Array(1024);
  private listsEnd = 1;
  /** A choice: the number of its slots less one, its list of what is tried here, then its slots: symbol, list (0 for none). */
  private table = new Int32Array(4096);
  private tableEnd = 1;
  /** By instruction: its choice; 0 where it was never met. */
  private readonly known: Int32Array;
  private readonly code: Int32Array;
  private readonly sets: Int32Array;
  private readonly members: Int32Array;

  constructor({ code, sets, members }: CompiledPhrases) {
    this.code = code;
    this.sets = sets;
    this.members = members;
    this.known = new Int32Array(code.length / 2);
  }

  /** The choice at an instruction. */
  of(instruction: number): number {
    return this.known[instruction]! || this.unfold(instruction);
  }

  /** The list of what goes on after a symbol. */
  after(choice: number, symbol: number): number {
    const { table } = this;
    const mask = table[choice]!;
    let slot = (Math.imul(symbol, spreading) >>> 16) & mask;
    for (;;) {
      const at = choice + 2 + slot * 2;
      const list = table[at + 1]!;
      if (list === 0 || table[at] === symbol) return list;
      slot = (slot + 1) & mask;
    }
  }

  /** The list of what is tried at the unit itself. */
  here(choice: number): number {
    return this.table[choice + 1]!;
  }

  /** Everything that a point of choice can go on with, through further points of choice. */
  private unfold(from: number): number {
    const after = new Map<number, number[]>();
    const here: number[] = [];
    const seen = new Set<number>();
    const add = (one: number, next: number): void => {
      const known = after.get(one);
      if (known === undefined) after.set(one, [next]);
      else if (!known.includes(next)) known.push(next);
    };
    const waiting = [from];
    for (let instruction = waiting.pop(); instruction !== undefined; instruction = waiting.pop()) {
      if (seen.has(instruction)) continue;
      seen.add(instruction);
      const what = this.code[instruction * 2]!;
      const operand = what >>> operationBits;
      const next = this.code[instruction * 2 + 1]!;
      switch (what & operationMask) {
        case operation.split:
          waiting.push(operand, next);
          break;
        case operation.word:
          add(operand, next);
          break;
        case operation.either:
          add(operand & eitherMask, next);
          add(operand >>> eitherBits, next);
          break;
        case operation.set:
          for (let member = this.sets[operand]!; member < this.sets[operand + 1]!; member++)
            add(this.members[member]!, next);
          break;
        default:
          here.push(instruction);
      }
    }
    let slots = 2;
    while (slots < after.size * 2) slots *= 2;
    const choice = this.tableEnd;
    this.tableEnd += 2 + slots * 2;
    this.table = withRoom(this.table, this.tableEnd);
    const { table } = this;
    table[choice] = slots - 1;
    table[choice + 1] = this.list(here);
    for (const [symbol, nexts] of after) {
      let slot = (Math.imul(symbol, spreading) >>> 16) & (slots - 1);
      while (table[choice + 3 + slot * 2] !== 0) slot = (slot + 1) & (slots - 1);
      table[choice + 2 + slot * 2] = symbol;
      table[choice + 3 + slot * 2] = this.list(nexts);
    }
    this.known[from] = choice;
    return choice;
  }

  private list(instructions: readonly number[]): number {
    if (instructions.length === 0) return 0;
    const at = this.listsEnd;
    this.listsEnd += 1 + instructions.length;
    this.lists = withRoom(this.lists, this.listsEnd);
    this.lists[at] = instructions.length;
    this.lists.set(instructions, at + 1);
    return at;
  }
}

function withRoom(numbers: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (length <= numbers.length) return numbers;
  const larger = new Int32Array(Math.max(length, numbers.length * 2));
  larger.set(numbers);
  return larger;
}
