/** Builds the turns, events and notes of a call out of labelled pieces, as text and tables give them. */
import type { CallEvent, Note, Participant, Speaker, Turn, Word } from '../call/call.ts';
import { labelKey, type Label, type LabelReader } from './labels.ts';
import { bracketed, markOf, type Mark } from './marks.ts';

/** The spoken part of a call and what happened around it. */
export interface Dialogue {
  readonly turns: readonly Turn[];
  readonly events: readonly CallEvent[];
  readonly notes: readonly Note[];
  readonly participants: readonly Participant[];
}

/** When something was said, in milliseconds, and how sure the recogniser was. */
export interface Timing {
  readonly start?: number;
  readonly end?: number;
  readonly confidence?: number;
  /** Kept where the text is one piece, which an event in it does not cut. */
  readonly words?: readonly Word[];
}

interface Draft extends Timing {
  readonly label: string | undefined;
  readonly text: string[];
}

/** Takes a call's pieces in order; `finish` gives what they make. */
export interface DialogueBuilder {
  /** A turn under its label as it was written, undefined where there is none. Brackets that are marks leave the text. */
  readonly say: (label: string | undefined, text: string, timing?: Timing) => void;
  /** More of the turn before; a turn without label where there is none. */
  readonly goOn: (text: string) => void;
  /** The label of the turn before, and whether there is one. */
  readonly last: () => { readonly label: string | undefined } | undefined;
  readonly mark: (mark: Mark, at?: number) => void;
  readonly finish: () => Dialogue;
}

interface Person {
  readonly id: string;
  readonly label: Label;
}

/**
 * The person behind each label, and which of them need an identity of their own. Words for the side itself are one person,
 * whoever wrote `Customer` here and `Caller` there; but of agents after a transfer the other word may well be the other.
 */
function peopleOf(labels: Iterable<string>, labelOf: LabelReader, isTransferred: boolean) {
  const people = new Map<string, Person>();
  const general = new Map<Speaker, string>();
  const bySide = new Map<Speaker, Set<string>>();
  for (const label of labels) {
    const known = labelOf(label);
    const read: Label = known ?? { speaker: 'unknown', key: labelKey(label), plain: false };
    let { key } = read;
    if (read.general === true && !(read.speaker === 'agent' && isTransferred)) {
      key = general.get(read.speaker) ?? key;
      general.set(read.speaker, key);
    }
    if (!people.has(read.key)) people.set(read.key, people.get(key) ?? { id: label, label: read });
    const side = bySide.get(read.speaker) ?? new Set();
    bySide.set(read.speaker, side.add(key));
  }
  const named = (person: Person) => !person.label.plain || bySide.get(person.label.speaker)!.size > 1;
  return { people, named };
}

export function dialogueBuilder(labelOf: LabelReader): DialogueBuilder {
  const drafts: Draft[] = [];
  const events: CallEvent[] = [];
  const notes: Note[] = [];
  /** In the order they came, with those of people who did something and said nothing. */
  const labels = new Set<string>();
  /** An event came after the last turn, so that more talk is a new turn. */
  let sealed = false;

  const mark = (mark: Mark, at?: number, label?: string): void => {
    if (mark.kind === 'note') {
      const by = mark.by ?? label;
      notes.push({ text: mark.text, ...(by === undefined ? {} : { by }) });
      return;
    }
    sealed = true;
    const { kind, detail, ofLine } = mark;
    const side = ofLine && label !== undefined ? labelOf(label)?.speaker : undefined;
    const by = mark.by ?? side;
    events.push({
      kind,
      ...(by === undefined ? {} : { by }),
      ...(at === undefined ? {} : { at }),
      afterTurn: drafts.length - 1,
      ...(detail === undefined ? {} : { detail }),
    });
  };

  /** Adds text in pieces between its marks; what comes after an event is a turn of its own. */
  const speak = (label: string | undefined, text: string, timing: Timing | undefined): void => {
    let open = timing === undefined;
    let from = 0;
    let first = true;
    const { words, ...times } = timing ?? {};
    const put = (piece: string, isWhole: boolean): void => {
      const said = piece.trim();
      if (said === '') return;
      const last = drafts.at(-1);
      if (open && !sealed && last !== undefined) last.text.push(said);
      else {
        const own = isWhole && words !== undefined ? { words } : {};
        drafts.push({ label, text: [said], ...(first ? times : {}), ...own });
      }
      open = true;
      sealed = false;
      first = false;
    };
    bracketed.lastIndex = 0;
    for (const found of text.matchAll(bracketed)) {
      const meant = markOf(found[0], labelOf);
      if (meant === undefined) continue;
      put(text.slice(from, found.index), false);
      from = found.index + found[0].length;
      mark(meant, first ? timing?.start : undefined, label);
    }
    const marked = from > 0;
    put(text.slice(from), !marked);
    // A label with nothing behind it is a turn that the next line fills.
    if (first && !marked && timing !== undefined) {
      drafts.push({ label, text: [], ...times });
      sealed = false;
    }
  };

  return {
    say: (label, text, timing = {}) => {
      if (label !== undefined) labels.add(label);
      speak(label, text, timing);
    },
    goOn: (text) => {
      const last = drafts.at(-1);
      speak(last?.label, text, last === undefined ? {} : undefined);
    },
    last: () => drafts.at(-1),
    mark: (meant, at) => mark(meant, at),
    finish: () => {
      const isTransferred = events.some(({ kind }) => kind === 'transfer');
      const { people, named } = peopleOf(labels, labelOf, isTransferred);
      const turns = drafts.map(({ label, text, ...timing }): Turn => {
        const joined = text.join('\n');
        if (label === undefined) return { speaker: 'unknown', text: joined, ...timing };
        const person = people.get(labelOf(label)?.key ?? labelKey(label))!;
        return {
          speaker: person.label.speaker,
          ...(named(person) ? { participant: person.id } : {}),
          text: joined,
          ...timing,
        };
      });
      const participants = [...new Set(people.values())]
        .filter(named)
        .map(({ id, label: { speaker, name } }): Participant => ({
          id,
          speaker,
          ...(name === undefined ? {} : { name }),
        }));
      return { turns, events, notes, participants };
    },
  };
}
