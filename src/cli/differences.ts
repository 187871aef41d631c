/** Where two JSON values differ. */

/** A place, as a JSON pointer, and what stands there, shortened; `nothing` where there is nothing. */
export interface Difference {
  readonly path: string;
  readonly was: string;
  readonly is: string;
}

/** What is longer is cut. */
const longest = 60;

/** The innermost places that differ, in the order of the first value, then of the second. */
export function differences(was: unknown, is: unknown, path = ''): readonly Difference[] {
  if (Object.is(was, is)) return [];
  if (isObject(was) && isObject(is) && Array.isArray(was) === Array.isArray(is)) {
    const keys = new Set([...Object.keys(was), ...Object.keys(is)]);
    return [...keys].flatMap((key) =>
      differences(own(was, key), own(is, key), `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    );
  }
  return [{ path: path === '' ? '/' : path, was: shown(was), is: shown(is) }];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function own(value: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value).replaceAll(/\p{Cc}/gu, '\ufffd');
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
