/** What wink-nlp knows of English, loaded when it is first asked: it takes a quarter of a second. */
import { createRequire } from 'node:module';
import type winkNlp from 'wink-nlp';
import type { WinkMethods } from 'wink-nlp';

let loaded: WinkMethods | undefined;

function english(): WinkMethods {
  if (loaded === undefined) {
    const require = createRequire(import.meta.url);
    const wink = require('wink-nlp') as typeof winkNlp;
    const model = require('wink-eng-lite-web-model') as Parameters<typeof wink>[0];
    loaded = wink(model, ['negation']);
  }
  return loaded;
}

/**
 * Whether the last word of a text is negated by one before it, as wink-nlp reads it: the scope of a negation ends at
 * punctuation and at "but".
 * @param text a clause up to the word that is asked about
 */
export function endsNegated(text: string): boolean {
  const nlp = english();
  const tokens = nlp.readDoc(text).tokens();
  // oxlint-disable-next-line typescript/unbound-method -- it only names what to give out
  return tokens.length() > 0 && tokens.itemAt(tokens.length() - 1).out(nlp.its.negationFlag) === true;
}
