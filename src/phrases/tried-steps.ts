/** Steps that a search has tried: a hash of instructions and units that is emptied by counting up. */

/** A key must hold both in 53 bits: a stretch has fewer than 2^24 units. */
const unitRange = 2 ** 24;

/** Grows with what is put in; `clear` costs nothing. */
export class TriedSteps {
  private keys = new Float64Array(256);
  /** By slot: the search that took it. */
  private owners = new Int32Array(256);
  private count = 0;
  private search = 0;

  clear(): void {
    if (this.search === 0x7fffffff) {
      this.owners.fill(0);
      this.search = 0;
    }
    this.search++;
    this.count = 0;
  }

  has(instruction: number, unit: number): boolean {
    return this.owners[this.slotOf(instruction, unit)] === this.search;
  }

  /** Adds a step; false where it was there. */
  add(instruction: number, unit: number): boolean {
    const slot = this.slotOf(instruction, unit);
    if (this.owners[slot] === this.search) return false;
    this.owners[slot] = this.search;
    this.keys[slot] = instruction * unitRange + unit;
    if (++this.count * 2 > this.keys.length) this.grow();
    return true;
  }

  /** The slot that a step has, or would take. */
  private slotOf(instruction: number, unit: number): number {
    const { keys, owners, search } = this;
    const mask = keys.length - 1;
    const key = instruction * unitRange + unit;
    let slot = ((Math.imul(instruction, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 8) & mask;
    while (owners[slot] === search && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, owners, search } = this;
    this.keys = new Float64Array(keys.length * 2);
    this.owners = new Int32Array(keys.length * 2);
    for (let slot = 0; slot < keys.length; slot++) {
      if (owners[slot] !== search) continue;
      const instruction = Math.floor(keys[slot]! / unitRange);
      const taken = this.slotOf(instruction, keys[slot]! - instruction * unitRange);
      this.owners[taken] = search;
      this.keys[taken] = keys[slot]!;
    }
  }
}
