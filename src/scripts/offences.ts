/** What a script says and must not: the moments that rules forbid, where nothing in the script makes them right. */
import { sentenceAround } from '../text/sentence-around.ts';
import type { HeardMoment, HeardScript } from './hear-script.ts';
import type { FindPhrases } from './phrase-finder.ts';
import type { ScriptRule } from './script-rules.ts';

/** A moment that a rule forbids. */
export interface Offence {
  readonly rule: ScriptRule;
  readonly severity: 'error' | 'warning';
  readonly moment: HeardMoment;
}

/** How severe a rule is here; undefined as the rules have it. */
export type SeverityOf = (rule: string) => 'error' | 'warning' | 'off' | undefined;

/** Holds a script to the rules; of words that several rules are about, the gravest rule speaks. */
export function offencesIn(
  script: HeardScript,
  rules: readonly ScriptRule[],
  severityOf: SeverityOf,
  find: FindPhrases,
): readonly Offence[] {
  if (!script.moments.some(({ speaker }) => speaker === 'agent')) return [];
  const found = rules.flatMap((rule): readonly Offence[] => {
    const severity = severityOf(rule.id) ?? rule.severity;
    if (severity === 'off') return [];
    const forbidden = script.moments.filter(
      ({ id, speaker }) => speaker === 'agent' && rule.forbid.includes(id),
    );
    if (forbidden.length === 0) return [];
    const meant = forbidden.filter((moment) => isMeant(rule, moment, script, find));
    const against = rule.limit === undefined ? meant : overLimit(rule.limit, meant, script);
    return against.map((moment) => ({ rule, severity, moment }));
  });
  return gravest(found);
}

function isMeant(rule: ScriptRule, moment: HeardMoment, script: HeardScript, find: FindPhrases): boolean {
  const { words, unless, forgiven, when, after } = rule;
  if (words.length > 0) {
    const { text } = script.pieces[moment.piece]!;
    const { start, end } = sentenceAround(text, moment.start, moment.end);
    if (!find(words, text).some((hit) => hit.start < end && hit.end > start)) return false;
  }
  const holds = (ids: readonly string[], suits: (one: HeardMoment) => boolean = () => true): boolean =>
    ids.length > 0 && script.held().some((one) => ids.includes(one.id) && suits(one));
  // Of wordings to choose from, none is said along with another.
  const choice = script.choices[moment.piece];
  const isSaidToo = (piece: number): boolean =>
    choice === undefined || (script.choices[piece] ?? choice) === choice;
  // What is part of the very words that offend excuses nothing: `reset it yourself on our website` is no way out.
  const isOwn = ({ piece, start, end }: HeardMoment): boolean =>
    piece === moment.piece && start >= moment.start && end <= moment.end;
  if (holds(unless, (one) => isSaidToo(one.piece) && !isOwn(one))) return false;
  if (when.length > 0 && !holds(when)) return false;
  if (after.length > 0 && !holds(after, (one) => comesBefore(one, moment))) return false;
  if (forgiven.by.length === 0) return true;
  const window = new Set(
    [...script.pieces.keys()]
      .filter(
        (piece) => piece >= moment.piece && script.pieces[piece]!.speaker === 'agent' && isSaidToo(piece),
      )
      .slice(0, forgiven.within),
  );
  return !holds(forgiven.by, ({ piece }) => window.has(piece));
}

function comesBefore(a: HeardMoment, b: HeardMoment): boolean {
  return a.piece < b.piece || (a.piece === b.piece && a.start < b.start);
}

/**
 * The moments over the limit. Only a script with the customer's side in it is a conversation: what stands side by side
 * in another may be wordings to choose from.
 */
function overLimit(
  { to, resetBy }: NonNullable<ScriptRule['limit']>,
  moments: readonly HeardMoment[],
  script: HeardScript,
): readonly HeardMoment[] {
  if (script.pieces.every(({ speaker }) => speaker === 'agent')) return [];
  const pieces = new Map<number, HeardMoment>();
  for (const moment of moments) if (!pieces.has(moment.piece)) pieces.set(moment.piece, moment);
  const resets = script.held().filter(({ id }) => resetBy.includes(id));
  let counted = 0;
  let before = -1;
  return [...pieces].flatMap(([piece, moment]) => {
    // A piece that does something besides starts the count anew for those after it.
    const reset = resets.some((one) => one.piece >= before && one.piece < piece && before >= 0);
    counted = reset ? 1 : counted + 1;
    before = piece;
    return counted > to ? [moment] : [];
  });
}

/** Of offences that share words, the gravest; of equally grave ones the longest, then the first rule's. */
function gravest(offences: readonly Offence[]): readonly Offence[] {
  const rank = new Map(offences.map((offence, index) => [offence, index]));
  const ordered = offences.toSorted(
    (a, b) =>
      Number(b.severity === 'error') - Number(a.severity === 'error') ||
      b.moment.end - b.moment.start - (a.moment.end - a.moment.start) ||
      rank.get(a)! - rank.get(b)!,
  );
  const kept = new Map<number, Offence[]>();
  for (const offence of ordered) {
    const { piece, start, end } = offence.moment;
    const there = kept.get(piece) ?? [];
    if (there.some(({ moment }) => moment.start < end && moment.end > start)) continue;
    there.push(offence);
    kept.set(piece, there);
  }
  return [...kept.values()].flat().toSorted((a, b) => (comesBefore(a.moment, b.moment) ? -1 : 1));
}
