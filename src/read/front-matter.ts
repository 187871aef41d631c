/** YAML front matter: what stands between two lines of `---` at the head of a transcript. */
import { Failure } from '../call/failure.ts';

/** Front matter and what follows it. */
export interface FrontMatter {
  readonly entries: readonly (readonly [name: string, value: unknown])[];
  /** The lines that it takes, with both of its rules. */
  readonly lines: number;
}

const opens = /^---[ \t]*(?:\r\n|\r|\n)/u;

/** True where a text opens as front matter does. */
export function opensFrontMatter(text: string): boolean {
  return opens.test(text);
}

/**
 * The front matter of a text; undefined where it has none. Every scalar is a string, so that an id keeps its zeros.
 * @throws Failure `front-matter` with line and column where it is not YAML, `limit-nesting` where it nests too deep.
 */
export async function readFrontMatter(text: string, file: string): Promise<FrontMatter | undefined> {
  if (!opens.test(text)) return undefined;
  const lines = text.split(/\r\n|\r|\n/u);
  const close = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/u.test(line));
  if (close < 0) return undefined;
  const { LineCounter, parseDocument } = await import('yaml');
  const lineCounter = new LineCounter();
  const document = parseDocument(lines.slice(1, close).join('\n'), { schema: 'failsafe', lineCounter });
  const error = document.errors[0];
  const fail = (message: string, offset: number): Failure => {
    const { line, col } = lineCounter.linePos(offset);
    return new Failure(message, {
      code: 'front-matter',
      file,
      line: Math.max(line, 1) + 1,
      column: Math.max(col, 1),
      hint: 'Front matter is YAML between two lines of ---, such as "agent: Maria"; quote a value that holds ": ".',
    });
  };
  // How deep the parser gets depends on the machine's stack, so that no column is told.
  if (error?.code === 'RESOURCE_EXHAUSTION') {
    throw new Failure('lists and objects of the front matter stand too deep in one another', {
      code: 'limit-nesting',
      file,
      line: 2,
      hint: 'Front matter is YAML between two lines of ---, such as "agent: Maria".',
    });
  }
  if (error !== undefined)
    throw fail(`the front matter is not YAML: ${firstLine(error.message)}`, error.pos[0]);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    // The only thing that conversion rejects is aliases: unresolved, or too many.
    throw fail(`the front matter is not YAML: ${firstLine((error as Error).message)}`, 0);
  }
  // A text between two rules that names nothing is a text.
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value === null || value === '' ? { entries: [], lines: close + 1 } : undefined;
  }
  return { entries: Object.entries(value), lines: close + 1 };
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]!.replace(/ at line \d+, column \d+:?$/u, '');
}
