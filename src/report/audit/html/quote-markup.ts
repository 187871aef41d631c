/** Places and quotes in the HTML report, linked to the turns that they are of. */
import { markup, type Markup } from '../../html/markup.ts';
import type { Place, Quote } from '../block.ts';

/** Where something stands: a link to the turn, where the turn is in this report. */
export function placeMarkup({ text, turn }: Place): Markup {
  return turn === undefined
    ? markup`<span class="place">${text}</span>`
    : markup`<a class="place" href="#t-${turn}">${text}</a>`;
}

/** Words of the call, in the language of the call. */
export function wordsMarkup(words: string, callLanguage: string): Markup {
  return markup`<span class="quote" lang="${callLanguage}">${words}</span>`;
}

/** A quote with its place, its moment and what it answered. */
export function quoteMarkup({ place, words, tag, label }: Quote, callLanguage: string): Markup {
  return markup`${placeMarkup(place)}${wordsMarkup(words, callLanguage)}${
    tag !== undefined && markup`<span class="tag">${tag}</span>`
  }${label !== undefined && markup` <span class="soft">${label}</span>`}`;
}

/** Quotes one under the other; nothing where there are none. */
export function quotesMarkup(quotes: readonly Quote[], callLanguage: string): Markup {
  if (quotes.length === 0) return markup``;
  return markup`<ul class="quotes">
    ${quotes.map((quote) => markup`<li>${quoteMarkup(quote, callLanguage)}</li>`)}
  </ul>`;
}
