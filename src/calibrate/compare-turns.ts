/** Labels of turns against the moments that the tool found there. */
import type { Pack } from '../pack/model.ts';
import type { MomentRule } from '../pack/model/moment-rule.ts';
import type { WrittenPhrase } from '../pack/model/origin.ts';
import type { Span } from '../call/stretch.ts';
import type { MomentResult } from '../result/result.ts';
import type { BootstrapOptions } from './bootstrap.ts';
import {
  languageGroups,
  type Calibration,
  type Disagreement,
  type JudgedCall,
  type PhraseRecord,
  type Quote,
} from './calibration.ts';
import { mostInformativeFirst, type Ranked } from './informative.ts';
import { kappaOf } from './kappa.ts';
import type { LabelMap } from './label-map.ts';
import type { TurnLabels, TurnSet } from './label-set.ts';
import { standsBehind, type PhraseFind } from './phrase-finder.ts';
import { agreements, type Tally } from './tally.ts';

/** A moment with fewer labelled turns than this has few. */
const fewLabels = 20;

/** What is compared: the moments that one label, or several alike, stand for. Any one of them will do. */
interface Target {
  readonly id: string;
  readonly moments: ReadonlySet<string>;
  readonly speakers: ReadonlySet<string>;
  readonly forbidden: boolean;
}

interface Case {
  readonly target: Target;
  readonly judged: JudgedCall;
  readonly turn: number;
  readonly names: readonly string[];
  /** What the tool heard there of the target. */
  readonly heard: readonly MomentResult[];
}

export interface TurnComparison {
  readonly labels: TurnSet;
  /** What each label means; its labels that mean nothing are left aside. */
  readonly meanings: LabelMap;
  /** In the order of their calls; every one is named in the labels. */
  readonly judged: readonly JudgedCall[];
  readonly pack: Pack;
  /** The phrases found in a call. */
  readonly phrases: (call: JudgedCall['call']) => readonly PhraseFind[];
}

/**
 * Every labelled turn is taken to be labelled in full for the moments that the labels or their map speak of. A moment
 * is judged on the turns of its own side and of unknown speakers. One that runs over joined turns counts where people
 * marked it, else on its first turn. A label that may mean one of several moments leaves each of them open on its turn.
 */
export function compareTurns(
  { labels, meanings, judged, pack, phrases }: TurnComparison,
  options: BootstrapOptions,
): Calibration {
  const targets = targetsOf(meanings, pack);
  const byCall = new Map<string, TurnLabels[]>();
  for (const turn of labels.turns) byCall.set(turn.call, [...(byCall.get(turn.call) ?? []), turn]);
  const tallies = targets.map((): Tally[] => []);
  const cases: Case[] = [];
  const records = new PhraseRecords();
  const left = { beyond: 0, otherSide: 0 };
  for (const [number, call] of judged.entries()) {
    const turns = byCall.get(call.call.id) ?? [];
    const labelled = turns
      .filter(({ turn }) => turn < call.call.turns.length)
      .toSorted((a, b) => a.turn - b.turn);
    left.beyond += turns.length - labelled.length;
    const finds = phrases(call.call);
    for (const [index, target] of targets.entries()) {
      const tally = { call: number, both: 0, falsely: 0, missed: 0, neither: 0 };
      const marked = new Set(
        labelled.filter(({ names }) => stands(target, names, meanings) === 'yes').map(({ turn }) => turn),
      );
      for (const { turn, names } of labelled) {
        const human = stands(target, names, meanings);
        const { speaker } = call.call.turns[turn]!;
        if (speaker !== 'unknown' && !target.speakers.has(speaker)) {
          if (human === 'yes') left.otherSide++;
          continue;
        }
        if (human === 'open') continue;
        const heard = call.result.moments.filter(
          (moment) => target.moments.has(moment.id) && turnsOf(moment, marked).includes(turn),
        );
        const tool = heard.length > 0;
        tally[human === 'yes' ? (tool ? 'both' : 'missed') : tool ? 'falsely' : 'neither']++;
        for (const moment of heard) records.add(phrasesBehind(moment, finds), human === 'yes');
        if (tool !== (human === 'yes')) cases.push({ target, judged: call, turn, names, heard });
      }
      if (tally.both + tally.falsely + tally.missed + tally.neither > 0) tallies[index]!.push(tally);
    }
  }
  const tallied = targets.map(({ id }, index) => ({
    id,
    tallies: tallies[index]!,
    kappa: (inGroup: (call: number) => boolean) => kappaOfTallies(tallies[index]!, inGroup),
  }));
  return {
    kind: 'turns',
    agreement: agreements(tallied, judged, languageGroups(judged), options),
    confusion: [],
    correlations: [],
    disagreements: disagreementsOf(cases, tallied, records, phrases),
    warnings: [
      ...(left.beyond === 0 ? [] : [`${left.beyond} labelled turns are beyond the end of their calls`]),
      ...(left.otherSide === 0
        ? []
        : [`${left.otherSide} labels stand on a turn of the other side and are left out`]),
    ],
  };
}

function kappaOfTallies(tallies: readonly Tally[], inGroup: (call: number) => boolean): number | null {
  const own = tallies.filter(({ call }) => inGroup(call));
  const sum = (count: Exclude<keyof Tally, 'call'>): number =>
    own.reduce((total, tally) => total + tally[count], 0);
  return kappaOf([
    [sum('both'), sum('missed')],
    [sum('falsely'), sum('neither')],
  ]);
}

/** One target for each set of moments that a label means, in the pack's order of their first moments. */
function targetsOf(meanings: LabelMap, pack: Pack): readonly Target[] {
  const rules = new Map(pack.moments.map((moment) => [moment.id, moment]));
  const order = new Map(pack.moments.map(({ id }, index) => [id, index]));
  const forbidden = new Set(
    pack.criteria.flatMap((criterion) => (criterion.form === 'forbid' ? criterion.forbid : [])),
  );
  const sets = new Map(
    [...meanings.values()].filter((ids) => ids.length > 0).map((ids) => [ids.join('+'), ids]),
  );
  return [...sets]
    .map(([id, ids]) => ({
      id,
      moments: new Set(ids),
      speakers: new Set<MomentRule['speaker']>(ids.map((each) => rules.get(each)!.speaker)),
      forbidden: ids.some((each) => forbidden.has(each)),
      first: Math.min(...ids.map((each) => order.get(each)!)),
    }))
    .sort((a, b) => a.first - b.first || a.moments.size - b.moments.size || (a.id < b.id ? -1 : 1));
}

/** What labels say of a target: it is there, it is not, or they may mean it or another. */
function stands({ moments }: Target, names: readonly string[], meanings: LabelMap): 'yes' | 'no' | 'open' {
  let open = false;
  for (const name of names) {
    const ids = meanings.get(name) ?? [];
    if (ids.length === 0) continue;
    if (ids.every((id) => moments.has(id))) return 'yes';
    open ||= ids.some((id) => moments.has(id));
  }
  return open ? 'open' : 'no';
}

function partsOf({ turn, span: [start, end], parts }: MomentResult): readonly Span[] {
  return parts?.map(({ turn, span }) => ({ turn, start: span[0], end: span[1] })) ?? [{ turn, start, end }];
}

/** The turns that a moment counts on. */
function turnsOf(moment: MomentResult, marked: ReadonlySet<number>): readonly number[] {
  if (moment.parts === undefined) return [moment.turn];
  const agreed = moment.parts.map(({ turn }) => turn).filter((turn) => marked.has(turn));
  return agreed.length > 0 ? agreed : [moment.turn];
}

function phrasesBehind(moment: MomentResult, finds: readonly PhraseFind[]): readonly WrittenPhrase[] {
  const parts = partsOf(moment);
  return finds.filter((find) => standsBehind(find, moment.id, parts)).map(({ phrase }) => phrase);
}

/** How often each phrase was right and wrong. */
class PhraseRecords {
  private readonly counts = new Map<WrittenPhrase, { right: number; wrong: number }>();

  add(phrases: readonly WrittenPhrase[], right: boolean): void {
    for (const phrase of new Set(phrases)) {
      const count = this.counts.get(phrase) ?? { right: 0, wrong: 0 };
      this.counts.set(phrase, count);
      count[right ? 'right' : 'wrong']++;
    }
  }

  /** Of several phrases the one that is wrong most often. */
  worst(phrases: readonly WrittenPhrase[]): PhraseRecord | undefined {
    return phrases
      .map((phrase): PhraseRecord => {
        const { right, wrong } = this.counts.get(phrase)!;
        return { text: phrase.text, ...phrase.origin, wrong, hits: right + wrong };
      })
      .sort((a, b) => b.wrong - a.wrong || b.wrong / b.hits - a.wrong / a.hits)
      .at(0);
  }
}

function disagreementsOf(
  cases: readonly Case[],
  tallied: readonly { readonly id: string; readonly tallies: readonly Tally[] }[],
  records: PhraseRecords,
  phrases: TurnComparison['phrases'],
): readonly Disagreement[] {
  const sums = new Map(
    tallied.map(({ id, tallies }) => [
      id,
      {
        positives: tallies.reduce((sum, { both, missed }) => sum + both + missed, 0),
        missed: tallies.reduce((sum, { missed }) => sum + missed, 0),
      },
    ]),
  );
  const finds = new Map<JudgedCall, readonly PhraseFind[]>();
  const findsIn = (judged: JudgedCall): readonly PhraseFind[] => {
    const known = finds.get(judged) ?? phrases(judged.call);
    finds.set(judged, known);
    return known;
  };
  return mostInformativeFirst(
    cases.map((each): Ranked<Disagreement> => {
      const { target, judged, heard } = each;
      const { positives, missed } = sums.get(target.id)!;
      if (heard.length === 0) {
        return {
          item: disagreement(each, undefined),
          cause: `missed ${target.id}`,
          urgent: false,
          errors: missed,
          share: missed / positives,
        };
      }
      const phrase = records.worst(heard.flatMap((moment) => phrasesBehind(moment, findsIn(judged))));
      return {
        item: disagreement(each, phrase),
        cause: `${target.id} ${phrase === undefined ? '' : `${phrase.file}:${phrase.line}:${phrase.text}`}`,
        urgent: target.forbidden || positives < fewLabels,
        errors: phrase?.wrong ?? 1,
        share: phrase === undefined ? 1 : phrase.wrong / phrase.hits,
      };
    }),
  );
}

function disagreement(
  { target, judged, turn, names, heard }: Case,
  phrase: PhraseRecord | undefined,
): Disagreement {
  const { call, case: shown } = judged.result;
  const { text, speaker } = shown.transcript[turn]!;
  const span = heard.flatMap(partsOf).find((part) => part.turn === turn);
  const quote: Quote = {
    turn,
    speaker,
    text,
    ...(span === undefined ? {} : { span: [span.start, span.end] as const }),
  };
  return {
    kind: heard.length > 0 ? 'false-hit' : 'missed',
    id: target.id,
    call: call.id,
    source: call.source,
    language: call.language,
    human: names.join(' '),
    tool: [
      ...new Set(
        judged.result.moments
          .filter((moment) => partsOf(moment).some((part) => part.turn === turn))
          .map(({ id }) => id),
      ),
    ].join(' '),
    quotes: [quote],
    ...(phrase === undefined ? {} : { phrase }),
  };
}
