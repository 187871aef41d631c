/** Criteria that take points twice for one thing, and moments and lists that nobody asks for. */
import { marksOf } from '../../pack/marks.ts';
import { momentsOfRoles } from '../../detect/roles.ts';
import type { Pack } from '../../pack/model.ts';
import type { Criterion, ForbidCriterion, LimitCriterion } from '../../pack/model/criterion.ts';
import type { Words } from '../../result/result.ts';
import { listInAll, sayInAll } from '../../result/words.ts';
import type { Problem } from './problem.ts';

/** Lists that the guards read by name. */
const guardLists = new Set(['negators', 'negated-questions', 'reported-speech']);

/** Parts of a rule that are words for people, and where it stands. */
const notReferences = new Set([
  'title',
  'why',
  'say',
  'examples',
  'origin',
  'id',
  'form',
  'severity',
  'sha256',
]);

/** Looks at the criteria of a valid pack, and at what they leave unused. */
export function checkCriteria(pack: Pack): readonly Problem[] {
  return [...doubleDeductions(pack), ...unusedMoments(pack), ...unusedLists(pack)];
}

function doubleDeductions({ criteria, scorecard }: Pack): readonly Problem[] {
  const weighted = new Set(scorecard.sections.flatMap((section) => section.criteria.map(({ id }) => id)));
  const counted = criteria.filter(({ id }) => weighted.has(id));
  return counted.flatMap((later, index) =>
    counted.slice(0, index).flatMap((earlier): readonly Problem[] => {
      const why = sharedCost(earlier, later);
      if (why === undefined) return [];
      return [
        {
          code: 'double-deduction',
          severity: 'warning',
          origin: later.origin,
          message: sayInAll('check.double-deduction', { later: later.id, earlier: earlier.id, why }),
          hint: sayInAll('check.set-apart', {
            line: sayInAll('check.line-of-file', { line: earlier.origin.line, file: earlier.origin.file }),
          }),
        },
      ];
    }),
  );
}

/** Why one sentence, or one silence, costs points in both; undefined where it does not. */
function sharedCost(a: Criterion, b: Criterion): Words | undefined {
  if ('of' in a && a.of.includes(b.id)) return sayInAll('check.is-part', { part: b.id, whole: a.id });
  if ('of' in b && b.of.includes(a.id)) return sayInAll('check.is-part', { part: a.id, whole: b.id });
  if (a.form === 'forbid' && b.form === 'forbid') {
    if (!alike(a.when, b.when) || !alike(a.after, b.after)) return undefined;
    const shared = a.forbid.filter((id) => b.forbid.includes(id));
    return shared.length === 0 ? undefined : sayInAll('check.both-forbid', { moments: listInAll(shared) });
  }
  if (a.form === 'require' && b.form === 'require') {
    const sameTime = a.in === b.in && a.within === b.within && alike(a.before, b.before);
    if (!sameTime || !alike(a.when, b.when) || a.forType !== b.forType) return undefined;
    if (!alike(a.atGravity ?? [], b.atGravity ?? [])) return undefined;
    // Where the wider one is not met, the narrower one is not met either.
    const [narrow, wide] = a.require.length <= b.require.length ? [a, b] : [b, a];
    if (!narrow.require.every((id) => wide.require.includes(id))) return undefined;
    return sayInAll('check.both-require', { moments: listInAll(narrow.require) });
  }
  if (a.form === 'limit' && b.form === 'limit') {
    if (!alike(a.when, b.when)) return undefined;
    const shared = a.limit.filter((id) => b.limit.includes(id));
    return shared.length === 0 ? undefined : sayInAll('check.both-limit', { moments: listInAll(shared) });
  }
  if (a.form === 'forbid' && b.form === 'limit') return forbiddenAndLimited(a, b);
  if (a.form === 'limit' && b.form === 'forbid') return forbiddenAndLimited(b, a);
  return undefined;
}

function forbiddenAndLimited(forbid: ForbidCriterion, limit: LimitCriterion): Words | undefined {
  if (forbid.after.length > 0 || !alike(forbid.when, limit.when)) return undefined;
  const shared = limit.limit.filter((id) => forbid.forbid.includes(id));
  return shared.length === 0
    ? undefined
    : sayInAll('check.forbidden-and-limited', {
        forbid: forbid.id,
        moments: listInAll(shared),
        limit: limit.id,
      });
}

function alike(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

function unusedMoments(pack: Pack): readonly Problem[] {
  // Whatever names a moment, in whichever form of rule, uses it.
  const { moments, lists: _, ...rules } = pack;
  const named = new Set([
    ...strings(rules),
    ...moments.flatMap(({ answering }) => strings(answering)),
    ...momentsOfRoles,
  ]);
  return moments
    .filter(({ id }) => !named.has(id))
    .map(({ id, origin }) => ({
      code: 'unused-moment',
      severity: 'warning',
      origin,
      message: sayInAll('check.unused-moment', { id }),
      hint: sayInAll('check.use-moment'),
    }));
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (notReferences.has(key) ? [] : strings(inner)));
}

function unusedLists(pack: Pack): readonly Problem[] {
  const { lists, moments } = pack;
  const phrases = [
    ...marksOf(pack).flatMap((mark) => mark.phrases),
    ...pack.criteria.flatMap((one) =>
      one.form === 'protocol' ? one.protocol.steps.flatMap(({ noted }) => noted) : [],
    ),
    ...moments.flatMap((moment) => [...moment.phrases, ...moment.unless]),
    ...Object.values(lists).flat(),
  ];
  const named = new Set(
    phrases.flatMap(({ text }) => [...text.matchAll(/\{([^{}]*)\}/gu)].map((match) => match[1]!.trim())),
  );
  return Object.entries(lists)
    .filter(([id, written]) => !named.has(id) && !guardLists.has(id) && written.length > 0)
    .map(([id, written]) => ({
      code: 'unused-list',
      severity: 'warning',
      origin: written[0]!.origin,
      message: sayInAll('check.unused-list', { id }),
      hint: sayInAll('check.use-list'),
    }));
}
