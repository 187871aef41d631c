/** Scripts in nested values, as YAML and JSON have them: strings under the keys of what is said. */
import { teachingOf } from '../counter-example.ts';
import type { Script, ScriptComment, ScriptPiece, Slot, StringForm } from '../document.ts';
import type { LineTable } from '../line-table.ts';
import type { MappedText } from '../mapped-text.ts';
import { changeVoice, cutSpeech, pieceOf, type Voice, type VoiceChange } from '../speech.ts';
import type { ScriptContents, ScriptReading } from './contents.ts';
import {
  isChoiceField,
  isCustomersField,
  isLanguageField,
  isScenarioField,
  isScenarioId,
  isSpeakerField,
  isTitleField,
} from './field-names.ts';

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
  | { readonly kind: 'other' };

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
  { voices, isSaid }: ScriptReading,
): ScriptContents {
  const scripts: Script[] = [];
  const pieces: ScriptPiece[] = [];
  const comments: ScriptComment[] = [];

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
    const title = text(isTitleField);
    const isScenario = scenario !== undefined && isScenarioId(scenario.value.trim());
    const holdsSaid = node.entries.some(({ key, value }) => value.kind === 'string' && isSaid(key));
    const isOwn =
      isScenario ||
      (title !== undefined && above.splits !== 'when-scenario') ||
      (above.splits === 'always' && holdsSaid && !node.entries.some(({ key }) => isSpeakerField(key)));
    if (!isOwn) return above;
    const name = title?.value.trim() ?? above.name;
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
        const own = scriptOf(node, context);
        const label = node.entries.find(
          ({ key, value }) => isSpeakerField(key) && value.kind === 'string',
        )?.value;
        const ofLabel = label?.kind === 'string' ? (voices.changeOf(label.value) ?? {}) : {};
        const voice = changeVoice(context.voice, ofLabel);
        for (const { key, keyStart, value } of node.entries) {
          if (/^callqa-(?:disable|enable)/u.test(key)) {
            comments.push(...directives(key, keyStart, value, node, lines));
            continue;
          }
          const name = isLanguageField(key) && context.name !== undefined ? context.name : key;
          const { slot } = context;
          walk(value, { ...own, name, voice: changeVoice(voice, changeOf(key)), opened: keyStart, slot });
        }
        return;
      }
      case 'list':
        listed(node.items, context);
        return;
      case 'string': {
        if (context.name === undefined || !isSpoken(context.name)) return;
        const { parts } = cutSpeech(node.map(), context.voice, voices);
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
    const isList = context.slot === undefined && !isTalk && isChoiceField(context.name ?? '');
    const list = isList ? lists++ : 0;
    for (const [item, node] of items.entries()) {
      const slot = isList ? ({ list, item, order: 'bullets' } as const) : context.slot;
      walk(node, { ...context, opened: undefined, slot });
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
  return { scripts, pieces, comments };
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
