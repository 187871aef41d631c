/** Makes a call of the cues of a subtitle file. */
import type { Call } from '../call/call.ts';
import { Failure } from '../call/failure.ts';
import { cueLabels, joinLines, speakersOf } from './cue-labels.ts';
import { voicesOf } from './cue-markup.ts';
import type { Cue } from './cues.ts';
import { dialogueBuilder } from './dialogue.ts';
import { markOf } from './marks.ts';
import type { Metadata } from './metadata.ts';
import { warnOfDoubts } from './own-labels.ts';
import type { ReadCall, Reading } from './reading.ts';

/** A cue of nothing but one pair of brackets, which belongs to nobody. */
const mark = /^[[(（【［〔][^[\]()（）【】［］〔〕]+[\])）】］〕]$/u;

/**
 * A call of cues: a turn for each speaker of each cue. In a file without voice tags a cue without a label goes on with
 * the speaker before, as captions name a speaker where the speaker changes.
 * @throws Failure `input-empty` where nobody says anything.
 */
export function callOfCues(cues: readonly Cue[], metadata: Metadata, reading: Reading): ReadCall {
  const { file, name, sha256, labelOf } = reading;
  const voiced = cues.map((cue) => ({ cue, pieces: voicesOf(cue) }));
  const hasVoices = voiced.some(({ pieces }) => pieces.some(({ voice }) => voice !== undefined));
  const unvoiced = voiced.flatMap(({ cue, pieces }) =>
    pieces.flatMap(({ voice, text }) => (voice === undefined ? [{ cue, text }] : [])),
  );
  const { isLabel, doubts } = cueLabels(
    unvoiced.map(({ text }) => text),
    labelOf,
  );
  warnOfDoubts(
    doubts.map(({ at, label }) => ({ label, line: unvoiced[at]!.cue.line })),
    reading,
  );
  const builder = dialogueBuilder(labelOf);
  let before: string | undefined;
  for (const { cue, pieces } of voiced) {
    const { start, end, confidence } = cue;
    const timing = {
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
      ...(confidence === undefined ? {} : { confidence }),
    };
    for (const { voice, text, words } of pieces) {
      const spoken =
        voice === undefined
          ? speakersOf(text, isLabel, labelOf)
          : [{ label: voice, isOther: true, text: joinLines(text) }];
      for (const { label, isOther, text } of spoken) {
        const meant = label === undefined && mark.test(text) ? markOf(text, labelOf) : undefined;
        if (meant !== undefined) {
          builder.mark(meant, start);
          continue;
        }
        const who = label ?? (isOther || hasVoices ? undefined : before);
        // The words of a cue that two share are told apart by nobody.
        const own = spoken.length === 1 && words !== undefined ? { words } : {};
        builder.say(who, text, { ...timing, ...own });
        before = who;
      }
    }
  }
  const { turns, events, notes, participants } = builder.finish();
  if (turns.length === 0 && events.length === 0) {
    throw new Failure('the file holds no talk', {
      code: 'input-empty',
      file,
      hint: 'A cue has a line of times, such as 00:00:01.000 --> 00:00:04.000, and what is said below it.',
    });
  }
  const allNotes = [...(metadata.notes ?? []), ...notes];
  const call: Call = {
    ...metadata,
    id: metadata.id ?? name,
    ...(participants.length === 0 ? {} : { participants }),
    ...(allNotes.length === 0 ? {} : { notes: allNotes }),
    turns,
    ...(events.length === 0 ? {} : { events }),
  };
  return { call, source: { path: file, sha256 } };
}

/** The failure of a cue whose times cannot be read; what it says is read all the same. */
export function badTimes(file: string, line: number): Failure {
  return new Failure('the times of a cue cannot be read; its words are read without them', {
    code: 'cue-time',
    file,
    line,
    hint: 'Times are 00:00:01.000 --> 00:00:04.000.',
  });
}
