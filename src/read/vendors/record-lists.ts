/** Finds the lists of talk in a JSON document whose format is not known. */
import { isRecord } from '../../call/is-record.ts';
import { keyField } from '../key-field.ts';
import { JsonNode } from './json-node.ts';
import { isTalk, wordsOf } from './record.ts';

/** A list of records that say something and who says it. */
export interface TalkList {
  readonly list: JsonNode;
  /** The path with its numbers left out, which lists of the same kind share. */
  readonly kind: string;
  /** The nearest item of a list that this one stands in; undefined where it stands in none. */
  readonly item: JsonNode | undefined;
  readonly talk: number;
}

const deepest = 6;
/** So many items tell what a list is. */
const enough = 50;

function talkIn(list: JsonNode): number {
  const items = list.items();
  const sample = items.slice(0, enough).filter((item) => item.isRecord);
  const talk = sample.filter(isTalk).length;
  const said = sample.filter((item) => wordsOf(item) !== undefined).length;
  return talk > 0 && talk * 2 >= said ? Math.round((talk / sample.length) * items.length) : 0;
}

/** All lists of talk in a value, in the order they stand in; what stands within the records of one is part of it. */
function allLists(root: JsonNode): readonly TalkList[] {
  const found: TalkList[] = [];
  const visit = (node: JsonNode, depth: number, item: JsonNode | undefined): void => {
    if (depth > deepest) return;
    if (node.isList) {
      const talk = talkIn(node);
      if (talk > 0) {
        found.push({ list: node, kind: node.path.replaceAll(/\[\d+\]/gu, '[]'), item, talk });
        return;
      }
      for (const child of node.items()) {
        if (child.isRecord || child.isList) visit(child, depth + 1, child.isRecord ? child : item);
      }
    } else if (isRecord(node.value)) {
      const prefix = node.path === '' ? '' : `${node.path}.`;
      for (const [key, value] of Object.entries(node.value)) {
        if (typeof value === 'object' && value !== null)
          visit(new JsonNode(value, prefix + key), depth + 1, item);
      }
    }
  };
  visit(root, 0, undefined);
  return found;
}

/** The lists of talk of one kind, the kind that holds most of it; none where a value holds no such list. */
export function talkLists(root: JsonNode): readonly TalkList[] {
  const byKind = new Map<string, TalkList[]>();
  for (const list of allLists(root)) byKind.set(list.kind, [...(byKind.get(list.kind) ?? []), list]);
  const most = (lists: readonly TalkList[]) => lists.reduce((sum, { talk }) => sum + talk, 0);
  let best: readonly TalkList[] = [];
  for (const lists of byKind.values()) if (most(lists) > most(best)) best = lists;
  return best;
}

/**
 * Whether lists are a call each: each stands in an item of a list of its own, which is no part of a talk as one with a time
 * and no id is.
 */
export function areCalls(lists: readonly TalkList[]): boolean {
  return (
    lists.length > 1 &&
    lists.every(({ item }) => {
      if (item === undefined) return false;
      const fields = new Set(Object.keys(item.value as object).map((key) => keyField(key)?.field));
      const hasId = fields.has('id') || fields.has('sourceId') || fields.has('caseId') || fields.has('rowId');
      return hasId || !(fields.has('start') || fields.has('duration'));
    })
  );
}

/** Whether items are the records of one talk, and not what holds talks. */
export function isTalkList(items: readonly unknown[]): boolean {
  return talkIn(new JsonNode(items)) > 0;
}
