/** Scripts in nested values, as YAML and JSON have them: strings under the keys of what is said. */
import { teachingOf } from '../counter-example.ts';
import type { Script, ScriptComment, ScriptPiece, Slot, StringForm, Unread } from '../document.ts';
import { withoutHtml } from '../html-text.ts';
import type { LineTable } from '../line-table.ts';
import type { MappedText } from '../mapped-text.ts';
import { changeVoice, cutSpeech, pieceOf, type Voice, type VoiceChange } from '../speech.ts';
import type { ScriptContents, ScriptReading } from './contents.ts';
import {
  isChoiceField,
  isCustomersField,
  isKindField,
  isLanguageField,
  isRemarkField,
  isScenarioField,
  isScenarioId,
  isSequenceField,
  isSpeakerField,
  isTitleField,
  isTurnsField,
} from './field-names.ts';
import { looksSaid } from './looks-said.ts';

/** A value with its place. */
export type ValueNode =
  | {
      readonly kind: 'map';
      readonly start: number;
      readonly end: number;
      readonly entries: readonly ValueEntry[];
    }
  | { readonly kind: 'list'; readonly items: readonly ValueNode[] }
  | {
      readonly kind: 'string';
      readonly value: string;
      /** Where it begins, its quote or the sign of its block included. */
      readonly start: number;
      readonly end: number;
      readonly form: StringForm;
      readonly map: () => MappedText;
    }
  /** `number` is how a number is written, which may be an id. */
  | { readonly kind: 'other'; readonly number?: string };

export interface ValueEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly value: ValueNode;
}

type MapNode = Extract<ValueNode, { kind: 'map' }>;

/** What is known above a value. */
interface Context {
  readonly name: string | undefined;
  readonly voice: Voice;
  /** The script that it belongs to, and what of it can be a script of its own. */
  readonly script: number | undefined;
  readonly splits: 'always' | 'when-named' | 'when-scenario';
  /** Offset of the key in front of it. */
  readonly opened: number | undefined;
  /** The list that it is an item of. */
  readonly slot: Slot | undefined;
}

/** The scripts, pieces and `callqa-disable` keys of values. */
export function valueContents(
  roots: readonly ValueNode[],
  lines: LineTable,
  { voices, isSaid, scenarios }: ScriptReading,
): ScriptContents {
  const scripts: Script[] = [];
  const pieces: ScriptPiece[] = [];
  const comments: ScriptComment[] = [];
  const unsaid: UnsaidText[] = [];

  const changeOf = (name: string): VoiceChange => {
    const teaching = teachingOf(name.replaceAll(/[_-]+/gu, ' '));
    const speaker = isCustomersField(name) ? 'customer' : voices.labelOf(name)?.speaker;
    return {
      ...(speaker === undefined ? {} : { speaker: speaker === 'customer' ? 'customer' : 'agent' }),
      ...(teaching === undefined ? {} : { exempt: teaching === 'bad' ? name : '' }),
    };
  };
  const isSpoken = (name: string): boolean =>
    isSaid(name) ||
    isCustomersField(name) ||
    voices.labelOf(name)?.speaker === 'customer' ||
    teachingOf(name.replaceAll(/[_-]+/gu, ' ')) !== undefined;

  const scriptOf = (node: MapNode, above: Context): Pick<Context, 'script' | 'splits'> => {
    const text = (isField: (name: string) => boolean) => {
      const found = node.entries.find(({ key, value }) => isField(key) && value.kind === 'string');
      return found?.value.kind === 'string' ? found.value : undefined;
    };
    const scenario = text(isScenarioField);
    const title = text(isTitleField)?.value.trim() ?? numberedId(node);
    const isScenario = scenario !== undefined && isScenarioId(scenario.value.trim(), scenarios);
    const holdsSaid = node.entries.some(({ key, value }) => value.kind === 'string' && isSaid(key));
    const isOwn =
      isScenario ||
      (title !== undefined && above.splits !== 'when-scenario') ||
      (above.splits === 'always' && holdsSaid && !node.entries.some(({ key }) => isSpeakerField(key)));
    if (!isOwn) return above;
    const name = title ?? above.name;
    const script: Script = {
      ...(name === undefined || name === '' ? {} : { title: name }),
      ...(isScenario
        ? { scenario: scenario.value.trim(), scenarioAt: lines.positionAt(scenario.map().offsets[0]!) }
        : {}),
    };
    const splits = isScenario ? 'when-scenario' : title === undefined ? above.splits : 'when-named';
    return { script: scripts.push(script) - 1, splits };
  };

  const walk = (node: ValueNode, context: Context): void => {
    switch (node.kind) {
      case 'map': {
        const scriptOfNode = scriptOf(node, context);
        const label = node.entries.find(
          ({ key, value }) => isSpeakerField(key) && value.kind === 'string',
        )?.value;
        const ofLabel = label?.kind === 'string' ? (voices.changeOf(label.value) ?? {}) : {};
        const voice = changeVoice(changeVoice(context.voice, teachingIn(node)), ofLabel);
        const fieldName = namedField(node);
        for (const { key, keyStart, value } of node.entries) {
          if (/^callqa-(?:disable|enable)/u.test(key)) {
            comments.push(...directives(key, keyStart, value, node, lines));
            continue;
          }
          const ofValue = /^values?$/iu.test(key) ? fieldName : undefined;
          const isLanguage = isLanguageField(key) && context.name !== undefined;
          const name = ofValue !== undefined && isSpoken(ofValue) ? ofValue : isLanguage ? context.name : key;
          const change = changeOf(name);
          // Whose an utterance is, the label beside it knows best.
          const own = ofLabel.speaker === undefined ? change : { ...change, speaker: ofLabel.speaker };
          const { slot } = context;
          walk(value, { ...scriptOfNode, name, voice: changeVoice(voice, own), opened: keyStart, slot });
        }
        return;
      }
      case 'list':
        listed(node.items, context);
        return;
      case 'string': {
        if (context.name === undefined) return;
        if (!isSpoken(context.name)) {
          if (!tellsOfScripts(context.name) && looksSaid(node.value, 'words')) {
            unsaid.push({ key: context.name, value: node.value, start: node.start, end: node.end });
          }
          return;
        }
        const { parts } = cutSpeech(withoutHtml(node.map()), context.voice, voices);
        if (parts.length === 0) return;
        const script = context.script ?? wholeScript();
        const opened = lines.lineAt(Math.min(context.opened ?? node.start, node.start));
        for (const part of parts) {
          const isLower = opened < lines.lineAt(part.text.offsets[0]!);
          pieces.push(
            pieceOf(part, {
              script,
              form: node.form,
              ...(isLower ? { openedOn: opened } : {}),
              ...(context.slot === undefined ? {} : { slot: context.slot }),
            }),
          );
        }
        return;
      }
      case 'other':
    }
  };
  let lists = 0;
  /** A list of answers is one to choose from; one of lines, of messages or of turns is said from top to bottom. */
  const listed = (items: readonly ValueNode[], context: Context): void => {
    const isTalk = items.some(
      (item) => item.kind === 'map' && item.entries.some(({ key }) => isSpeakerField(key)),
    );
    const name = context.name ?? '';
    const isList = context.slot === undefined && !isTalk && isChoiceField(name);
    const list = isList ? lists++ : 0;
    const isTurns = isTurnsField(name);
    const isOne = isTurns || isSequenceField(name);
    const script = context.script ?? (isOne ? scripts.push({}) - 1 : undefined);
    const splits =
      isOne && context.splits !== 'when-scenario'
        ? isTurns
          ? 'when-named'
          : 'when-scenario'
        : context.splits;
    for (const [item, node] of items.entries()) {
      const slot = isList ? ({ list, item, order: 'bullets' } as const) : context.slot;
      walk(node, { ...context, script, splits, opened: undefined, slot });
    }
  };

  let whole: number | undefined;
  const wholeScript = (): number => (whole ??= scripts.push({}) - 1);
  for (const root of roots) {
    whole = undefined;
    walk(root, {
      name: undefined,
      voice: { speaker: 'agent' },
      script: undefined,
      splits: 'always',
      opened: undefined,
      slot: undefined,
    });
  }
  return { scripts, pieces, comments, unread: unreadIn(unsaid, pieces) };
}

/** A text whose key does not say that it is said. */
interface UnsaidText {
  readonly key: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Keys whose texts are about a script and none of it. */
const tellsOfScripts = (key: string): boolean =>
  isTitleField(key) || isScenarioField(key) || isSpeakerField(key) || isKindField(key) || isRemarkField(key);

/** So many keys are named; more would not help. */
const mostNamed = 5;

/** What may be said under keys that nobody knows: anything where agents say nothing else, sentences where they do. */
function unreadIn(unsaid: readonly UnsaidText[], pieces: readonly ScriptPiece[]): readonly Unread[] {
  const isRead = pieces.some(({ speaker, exempt }) => speaker === 'agent' && exempt === undefined);
  const found = isRead ? unsaid.filter(({ value }) => looksSaid(value, 'sentence')) : unsaid;
  const [first] = found;
  if (first === undefined) return [];
  const keys = [...new Set(found.map(({ key }) => key))];
  const name = keys.slice(0, mostNamed).join(', ') + (keys.length > mostNamed ? ', …' : '');
  return [{ what: isRead ? 'key' : 'keys', name, start: first.start, end: first.end }];
}

/** An id that is a number, as databases give them. */
function numberedId({ entries }: MapNode): string | undefined {
  const id = entries.find(({ key, value }) => isTitleField(key) && value.kind === 'other')?.value;
  return id?.kind === 'other' ? id.number : undefined;
}

/** `{field: comment_value, value: …}`: the name that stands beside a value. */
function namedField({ entries }: MapNode): string | undefined {
  const field = entries.find(
    ({ key, value }) => /^(?:field|name|key|attribute|property)$/iu.test(key) && value.kind === 'string',
  )?.value;
  return field?.kind === 'string' ? field.value : undefined;
}

/** What a title or a kind makes of all that stands beside it: `title: 禁用话术`. */
function teachingIn({ entries }: MapNode): VoiceChange {
  for (const { key, value } of entries) {
    if (value.kind !== 'string' || !(isTitleField(key) || isKindField(key))) continue;
    const teaching = teachingOf(value.value);
    if (teaching !== undefined) return { exempt: teaching === 'bad' ? value.value.trim() : '' };
  }
  return {};
}

/** `"callqa-disable": "no-calm-down -- why"`, or a list of them, beside what they speak of. */
function directives(
  key: string,
  keyStart: number,
  value: ValueNode,
  { start, end }: MapNode,
  lines: LineTable,
): readonly ScriptComment[] {
  const items = value.kind === 'list' ? value.items : [value];
  return items.flatMap((item) =>
    item.kind === 'string'
      ? [
          {
            text: `${key} ${item.value}`,
            start: value.kind === 'list' ? item.start : keyStart,
            end: item.end,
            line: lines.lineAt(value.kind === 'list' ? item.start : keyStart),
            ...(key === 'callqa-disable' ? { scope: { start, end } } : {}),
          },
        ]
      : [],
  );
}
