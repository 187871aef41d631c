/** What was asked of `audit`, as arguments that ask for the same again: what the report's provenance tells. */
import type { ReadFlags } from './options.ts';

/** The flags that a case depends on; how its report looks and where it goes are not among them. */
export interface CaseFlags extends ReadFlags {
  readonly pack?: string;
  readonly config?: string;
  readonly redact: boolean;
  /** Which call is disputed. */
  readonly id?: string;
  readonly allegation?: readonly string[];
  readonly reviews?: string;
}

const pairs = (entries: Iterable<readonly [string, unknown]>): string =>
  [...entries].map(([name, value]) => `${name}=${String(value)}`).join(',');

/**
 * In one order, whatever the order in which they were written: options by name, then `--` and the paths as given. What a
 * config gave is not among them, since it is asked again; it may also hold what no argument can say, such as a label with
 * a comma.
 */
export function auditArguments(
  paths: readonly string[],
  { configured = [], ...all }: CaseFlags,
): readonly string[] {
  const isOwn = ([name]: readonly [string, unknown]): boolean => !configured.includes(name);
  const flags = Object.fromEntries(Object.entries(all).filter(isOwn)) as Partial<CaseFlags>;
  const {
    allegation = [],
    columns,
    config,
    encoding,
    id,
    inputFormat,
    limits,
    pack,
    reviews,
    speaker,
  } = flags;
  const option = (name: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [`--${name}`, value];
  return [
    'audit',
    ...allegation.flatMap((one) => option('allegation', one)),
    ...option('columns', columns && pairs(Object.entries(columns))),
    ...option('config', config),
    ...option('encoding', encoding),
    ...option('id', id),
    ...option('input-format', inputFormat),
    ...option('limits', limits && pairs(Object.entries(limits))),
    ...(flags.redact === false ? ['--no-redact'] : []),
    ...option('pack', pack),
    ...option('reviews', reviews),
    ...option('speaker', speaker && pairs(speaker)),
    '--',
    ...paths,
  ];
}
