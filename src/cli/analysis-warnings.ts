/** What is odd in many calls together: calls that are there twice, and fields to group by that none of them has. */
import { Failure } from '../call/failure.ts';
import { nearest } from '../pack/nearest.ts';
import { visible } from '../report/visible.ts';
import type { Analysis, NamedCalls } from '../result/analysis.ts';

/**
 * Warnings of what would distort the figures, or leave a table empty.
 *
 * @param by the fields that were asked for
 * @param metaKeys the keys of the metadata of calls that lack one of them
 */
export function analysisWarnings(
  { duplicates: { copies, sameId }, groupings }: Analysis,
  by: readonly string[],
  metaKeys: readonly string[],
): readonly Failure[] {
  const lacking = groupings.filter(
    (one) => by.includes(one.by) && one.groups.length > 0 && one.groups.every(({ key }) => key === null),
  );
  return [
    ...copiesWarnings(copies, 'Each counts; take the copies out of the input for figures without them.'),
    ...(sameId.calls === 0
      ? []
      : [
          new Failure(`${callsOf(sameId, 'has', 'have')} the id of another call: ${idsOf(sameId)}`, {
            code: 'id-again',
            hint: 'Lists by id cannot tell them apart; give each call an id of its own.',
          }),
        ]),
    ...lacking.map((one) => absentField(one.by, metaKeys)),
  ];
}

/**
 * The warning of calls that are there twice, where there are any.
 *
 * @param hint what was made of them
 */
export function copiesWarnings(copies: NamedCalls, hint: string): readonly Failure[] {
  if (copies.calls === 0) return [];
  const message = `${callsOf(copies, 'is', 'are')} there again, the same to the byte: ${idsOf(copies)}`;
  return [new Failure(message, { code: 'call-again', hint })];
}

/** What a call without the field lacks; complaint types are inferred and may be wanting in good calls. */
const lacks: Readonly<Record<string, string>> = {
  agent: 'names its agent',
  team: 'names the team of its agent',
  type: 'has a complaint of a known type',
  week: 'has a date',
};

function absentField(by: string, metaKeys: readonly string[]): Failure {
  const lack = lacks[by];
  if (lack !== undefined) {
    return new Failure(`--by ${by} sums nothing up: no call ${lack}`, { code: 'field-absent' });
  }
  const key = by.slice('meta.'.length);
  const near = nearest(key, metaKeys);
  const named = metaKeys.map((one) => `meta.${visible(one)}`).join(', ');
  return new Failure(`--by ${visible(by)} sums nothing up: no call has “${visible(key)}” in its metadata`, {
    code: 'field-absent',
    hint:
      metaKeys.length === 0
        ? 'None of them has metadata at all.'
        : `${near === undefined ? '' : `Did you mean meta.${visible(near)}? `}They have ${named}.`,
  });
}

function callsOf({ calls }: NamedCalls, one: string, many: string): string {
  return calls === 1 ? `1 call ${one}` : `${calls} calls ${many}`;
}

function idsOf({ calls, first }: NamedCalls): string {
  const more = calls - first.length;
  return `${first.map(visible).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
