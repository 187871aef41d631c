/** Adjudication: outcomes and allegations make verdicts. */
import type { Call } from '../call/call.ts';
import type { Outcome } from '../judge/outcome.ts';
import type { Allegation, Pack, VerdictTree } from '../pack/model.ts';
import type { Verdict, VerdictKind } from './verdict.ts';

/** What a tree comes to, and the criteria that it rests on: those not met if it is true, those unknown if it is. */
interface Judgement {
  readonly truth: 'true' | 'false' | 'unknown';
  readonly because: readonly string[];
}

type Outcomes = ReadonlyMap<string, Outcome>;

function atLeast(count: number, of: readonly VerdictTree[], outcomes: Outcomes): Judgement {
  const judged = of.map((tree) => judgeTree(tree, outcomes));
  const held = judged.filter(({ truth }) => truth === 'true');
  const open = judged.filter(({ truth }) => truth === 'unknown');
  const because = (ones: readonly Judgement[]): readonly string[] => ones.flatMap((one) => one.because);
  if (held.length >= count) return { truth: 'true', because: because(held) };
  return held.length + open.length >= count
    ? { truth: 'unknown', because: because(open) }
    : { truth: 'false', because: [] };
}

/** A leaf is true where its criterion was not met; not applicable is false, not evaluated unknown. */
function judgeTree(tree: VerdictTree, outcomes: Outcomes): Judgement {
  switch (tree.kind) {
    case 'not-met': {
      const because = [tree.criterion];
      const outcome = outcomes.get(tree.criterion)?.outcome;
      if (outcome === 'not-met') return { truth: 'true', because };
      return outcome === 'not-evaluated' ? { truth: 'unknown', because } : { truth: 'false', because: [] };
    }
    case 'any':
      return atLeast(1, tree.of, outcomes);
    case 'all':
      return atLeast(tree.of.length, tree.of, outcomes);
    case 'at-least':
      return atLeast(tree.count, tree.of, outcomes);
    default:
      return tree satisfies never;
  }
}

function decide(
  { upheld, partlyUpheld }: Allegation,
  outcomes: Outcomes,
): { readonly verdict: VerdictKind; readonly because: readonly string[] } {
  const rungs = [
    { verdict: 'upheld' as const, tree: upheld },
    ...(partlyUpheld === undefined ? [] : [{ verdict: 'partly-upheld' as const, tree: partlyUpheld }]),
  ];
  for (const { verdict, tree } of rungs) {
    const { truth, because } = judgeTree(tree, outcomes);
    if (truth === 'true') return { verdict, because };
    // Whatever the next rung says: this one might still have held.
    if (truth === 'unknown') return { verdict: 'insufficient-evidence', because };
  }
  return { verdict: 'not-upheld', because: [] };
}

/**
 * The verdicts on a call: on each allegation that was filed and that the pack knows, in the order they were filed and
 * each once; where there is none, on the pack's default one. Empty where the pack has no default either.
 *
 * `upheld` is tried first, then `partly-upheld`; a tree that is unknown makes `insufficient-evidence`, and where
 * neither is true the allegation is not upheld. `because` are the criteria not met that made the tree true (for
 * insufficient evidence the ones that could not be evaluated), in the pack's order.
 */
export function adjudicate(outcomes: readonly Outcome[], pack: Pack, call: Call): readonly Verdict[] {
  const byId: Outcomes = new Map(outcomes.map((outcome) => [outcome.criterion, outcome]));
  const filed = [...new Set(call.allegations)].flatMap((id) =>
    pack.allegations.filter((allegation) => allegation.id === id),
  );
  const source = filed.length > 0 ? 'filed' : 'default';
  const judged = filed.length > 0 ? filed : pack.allegations.filter((one) => one.default);
  return judged.map((allegation) => {
    const { verdict, because } = decide(allegation, byId);
    return {
      allegation: allegation.id,
      source,
      verdict,
      because: pack.criteria.map(({ id }) => id).filter((id) => because.includes(id)),
    };
  });
}
