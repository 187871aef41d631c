/** A value of a JSON document together with the path that leads to it, so that an error can say where it is. */
import { isRecord } from '../../call/is-record.ts';
import { described } from '../described.ts';

/** What stands at a path is not what the format has there. */
export class Misfit {
  readonly path: string;
  readonly message: string;
  constructor(path: string, expected: string, value: unknown) {
    this.path = path;
    this.message = `${path === '' ? 'the transcript' : path}: expected ${expected}; ${described(value)}`;
  }
}

/** `BeginTime`, `beginTime` and `begin_time` are one name: exports differ in nothing else. */
function folded(key: string): string {
  return key.replaceAll('_', '').toLowerCase();
}

/** The value under a name, as it is written or in another case; one that is not null before one that is. */
function valueUnder(owner: Readonly<Record<string, unknown>>, name: string): unknown {
  const exact = Object.hasOwn(owner, name) ? owner[name] : undefined;
  if (exact !== undefined && exact !== null) return exact;
  const wanted = folded(name);
  let found: unknown = exact;
  for (const key of Object.keys(owner)) {
    if (folded(key) === wanted) found = owner[key] ?? found;
  }
  return found;
}

/** Reads one value; what is null counts as absent, and what is of the wrong kind throws a Misfit. */
export class JsonNode {
  readonly value: unknown;
  readonly path: string;

  constructor(value: unknown, path = '') {
    this.value = value;
    this.path = path;
  }

  /** Whether something stands here. */
  get exists(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** What stands under the first of these names that is there, in any case, with underscores or without. */
  get(...names: readonly string[]): JsonNode {
    if (this.exists && !isRecord(this.value)) throw new Misfit(this.path, 'an object', this.value);
    return this.peek(...names);
  }

  /** As `get`, but where no object stands here, nothing is found rather than wrong: for telling formats apart. */
  peek(...names: readonly string[]): JsonNode {
    const prefix = this.path === '' ? '' : `${this.path}.`;
    let none: undefined | null;
    if (isRecord(this.value)) {
      for (const name of names) {
        const value = valueUnder(this.value, name);
        if (value !== undefined && value !== null) return new JsonNode(value, prefix + name);
        if (value === null) none = null;
      }
    }
    return new JsonNode(none, prefix + names[0]);
  }

  /** The items of a list of objects that must be there. */
  list(): readonly JsonNode[] {
    if (!this.exists) throw new Misfit(this.path, 'a list', this.value);
    return this.records();
  }

  /** The items of a list; none where nothing stands here. */
  items(): readonly JsonNode[] {
    if (!this.exists) return [];
    if (!Array.isArray(this.value)) throw new Misfit(this.path, 'a list', this.value);
    return this.value.map((item: unknown, index) => new JsonNode(item, `${this.path}[${index}]`));
  }

  /** The items of a list of objects: anything else among them is wrong. */
  records(): readonly JsonNode[] {
    const items = this.items();
    for (const item of items) {
      if (!isRecord(item.value)) throw new Misfit(item.path, 'an object', item.value);
    }
    return items;
  }

  /** The first item where a list stands here; for telling formats apart. */
  first(): JsonNode {
    return new JsonNode(Array.isArray(this.value) ? this.value[0] : undefined, `${this.path}[0]`);
  }

  get isList(): boolean {
    return Array.isArray(this.value);
  }

  get isRecord(): boolean {
    return isRecord(this.value);
  }

  /** A string as it is written. */
  string(): string | undefined {
    if (!this.exists) return undefined;
    if (typeof this.value !== 'string') throw new Misfit(this.path, 'a string', this.value);
    return this.value;
  }

  /** What was said: a string that must be there; null is silence. */
  text(): string {
    if (this.value === null) return '';
    if (typeof this.value !== 'string') throw new Misfit(this.path, 'a string', this.value);
    return this.value;
  }

  /** A string or a number, as a string: ids and labels come as either. An empty one counts as absent. */
  label(): string | undefined {
    if (typeof this.value === 'number' && Number.isFinite(this.value)) return String(this.value);
    const text = this.string()?.trim();
    return text === '' ? undefined : text;
  }

  /** A number, or a string that is one; an empty string counts as absent. */
  number(): number | undefined {
    if (!this.exists || this.value === '') return undefined;
    const number = typeof this.value === 'string' ? Number(this.value.trim() || 'none') : this.value;
    if (typeof number !== 'number' || !Number.isFinite(number)) {
      throw new Misfit(this.path, 'a number', this.value);
    }
    return number;
  }

  /**
   * How sure a recogniser was, 0 to 1; a hair above 1 is rounding. Undefined where the number is on another scale.
   */
  confidence(): number | undefined {
    const share = this.number();
    if (share === undefined || share < 0 || share > 1.001) return undefined;
    return Math.min(1, share);
  }

  /** The value of JSON that is written inside a string, as some services do. */
  inner(): JsonNode {
    if (typeof this.value !== 'string') return this;
    try {
      return new JsonNode(JSON.parse(this.value), this.path);
    } catch {
      throw new Misfit(this.path, 'JSON inside a string', this.value);
    }
  }
}
