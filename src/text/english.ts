/** What wink-nlp knows of English, loaded when it is first asked: it takes a quarter of a second. */
import { createRequire } from 'node:module';
import type winkNlp from 'wink-nlp';
import type { WinkMethods } from 'wink-nlp';

/** What wink-nlp is asked to find out. */
type Task = 'negation' | 'sentiment';

const loaded = new Map<Task, WinkMethods>();

/** One for each task: what reads sentiment also splits sentences, which costs. */
function english(task: Task): WinkMethods {
  const known = loaded.get(task);
  if (known !== undefined) return known;
  const require = createRequire(import.meta.url);
  const wink = require('wink-nlp') as typeof winkNlp;
  const model = require('wink-eng-lite-web-model') as Parameters<typeof wink>[0];
  const nlp = wink(model, task === 'negation' ? ['negation'] : ['sbd', 'negation', 'sentiment']);
  loaded.set(task, nlp);
  return nlp;
}

/**
 * Whether the last word of a text is negated by one before it, as wink-nlp reads it: the scope of a negation ends at
 * punctuation and at "but".
 * @param text a clause up to the word that is asked about
 */
export function endsNegated(text: string): boolean {
  const nlp = english('negation');
  const tokens = nlp.readDoc(text).tokens();
  // oxlint-disable-next-line typescript/unbound-method -- it only names what to give out
  return tokens.length() > 0 && tokens.itemAt(tokens.length() - 1).out(nlp.its.negationFlag) === true;
}

/** The sentiment of an English text as wink-nlp reads it, -1 to 1; 0 for one that shows none. */
export function sentimentOf(text: string): number {
  const nlp = english('sentiment');
  // oxlint-disable-next-line typescript/unbound-method -- it only names what to give out
  const value: unknown = nlp.readDoc(text).out(nlp.its.sentiment);
  return typeof value === 'number' ? value : 0;
}
