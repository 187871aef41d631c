/**
 * What of a script is one answer, and what are wordings to choose from. Paragraphs and lines under one heading are said
 * one after the other. The items of a list and the rows of a table stand side by side: each is said without the others,
 * and what one of them does is not done by its neighbour.
 */
import type { ScriptPiece, Slot } from './document.ts';

/** Titles of lists whose order says nothing, and of those that are gone through one by one. */
const collection =
  /\b(?:phrases?|phrasings?|wordings?|sentences?|one-?liners?|replies|responses|answers|templates?|examples?|snippets?|utterances|faqs?|options?|choose|pick)\b|常用|常見|常见|短[语語句]|用[语語]|例句|金句|大全|[汇彙]总|[汇彙]總|合集|集[锦錦]|[参參]考|示例|模板|快捷|(?:话术|話術|回[复覆]|答[复覆]|[应應]答)[库庫集]/iu;
const sequence =
  /\b(?:steps?|flow|procedure|process|walk-?through|dialogues?|conversation|sequence)\b|步[骤驟]|流程|[顺順]序|[对對][话話]|第.步/iu;

/** With these an item goes on where the one before it ended: all of them are one answer, or these two are. */
const goesThrough =
  /^(?:second(?:ly)?|third(?:ly)?|then|next|after (?:that|this)|finally|lastly|and then|step \d)\b|^(?:第[二三四五]|其次|然后|然後|接着|接著|接下[来來]|随后|隨後|最后|最後|再(?![次见見]))/iu;
const goesOn =
  /^(?:but|however|instead|alternatively|still|what (?:I|we) can do|and)\b|^(?:不过|不過|但|可是|同时|同時|另外|而且|那么|那麼)/iu;

/** So many lines of an agent's in a row, and nobody answers: no one says all of that on one call. */
const monologue = 12;

/**
 * For each piece, the number of the wording that it is part of; undefined for a piece that is said along with all of
 * its script.
 * @param pieces those of one script, in order.
 */
export function choicesOf(pieces: readonly ScriptPiece[]): readonly (number | undefined)[] {
  const lists = new Map<number, ScriptPiece[]>();
  for (const piece of pieces) {
    const { slot } = piece;
    if (slot === undefined) continue;
    const list = lists.get(slot.list);
    if (list === undefined) lists.set(slot.list, [piece]);
    else list.push(piece);
  }
  if (lists.size === 0) return pieces.map(() => undefined);
  const choices = new Map<ScriptPiece, number>();
  let number = 0;
  for (const own of lists.values()) {
    if (!areChoices(own)) continue;
    let before: Slot | undefined;
    for (const piece of own) {
      const slot = piece.slot!;
      if (slot.item !== before?.item && !(before !== undefined && goesOn.test(piece.text))) number++;
      before = slot;
      choices.set(piece, number);
    }
  }
  return pieces.map((piece) => choices.get(piece));
}

/** @param own the pieces of one list, in order. */
function areChoices(own: readonly ScriptPiece[]): boolean {
  const { title = '', order } = own[0]!.slot!;
  const items = new Map<number, ScriptPiece[]>();
  for (const piece of own) items.set(piece.slot!.item, [...(items.get(piece.slot!.item) ?? []), piece]);
  if (items.size < 2) return false;
  // Somebody answers somebody else.
  const isTalk = [...items.values()].some((item) => item.every(({ speaker }) => speaker === 'customer'));
  if (order !== 'rows' && isTalk) return false;
  switch (order) {
    case 'lines':
      return items.size >= monologue && !sequence.test(title);
    case 'numbers':
      if (!collection.test(title)) return false;
      break;
    case 'bullets':
    case 'rows':
      break;
  }
  return !sequence.test(title) && !own.some(({ text }) => goesThrough.test(text));
}
