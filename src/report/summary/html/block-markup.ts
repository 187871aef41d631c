/** The blocks of a report on many calls in HTML. */
import stringWidth from 'string-width';
import { markup, type Markup } from '../../html/markup.ts';
import type { BatchBlock, BatchCell, BatchNote } from '../section.ts';
import type { BatchWording } from '../wording.ts';
import { rangeMark } from './charts.ts';

/** Where a call is shown, by its number; undefined where it is not. */
export type LinkOf = (call: number) => string | undefined;

/** A table longer than this folds away all but its first rows. */
const rowsFolded = 40;
const rowsShown = 15;

/** One block. What was said has no language of its own here: calls in several may stand side by side. */
export function blockMarkup(block: BatchBlock, linkOf: LinkOf, { say }: BatchWording): Markup {
  switch (block.kind) {
    case 'paragraph':
      return markup`<p class="soft">${block.text}</p>`;
    case 'table': {
      const columns = block.columns.map(({ heading, align, shrinks }) => ({
        heading,
        className: align ?? (shrinks === true ? 'wraps' : ''),
      }));
      const rows = block.rows.map((cells) => ({ cells }));
      if (rows.length <= rowsFolded) return tableMarkup(columns, rows, linkOf);
      return markup`${tableMarkup(columns, rows.slice(0, rowsShown), linkOf)}
        <details>
          <summary>${say('batch.show-more', { n: rows.length - rowsShown })}</summary>
          ${tableMarkup(columns, rows.slice(rowsShown), linkOf)}
        </details>`;
    }
    case 'notes':
      return markup`<ul class="notes-list">
        ${block.notes.map((note) => noteMarkup(note, linkOf))}
      </ul>`;
    default:
      return block satisfies never;
  }
}

/** A table that scrolls within its place; the first cell of a row names it. */
export function tableMarkup(
  columns: readonly { readonly heading: string; readonly className: string }[],
  rows: readonly { readonly id?: string; readonly cells: readonly BatchCell[] }[],
  linkOf: LinkOf,
): Markup {
  const classOf = (...names: readonly (string | undefined)[]): Markup | false => {
    const own = names.filter((name) => name !== undefined && name !== '').join(' ');
    return own !== '' && markup` class="${own}"`;
  };
  return markup`<div class="scroll" tabindex="0">
    <table>
      <thead>
        <tr>
          ${columns.map(({ heading, className }) => markup`<th scope="col"${classOf(className)}>${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ id, cells }) =>
            markup`<tr${id !== undefined && markup` id="${id}"`}>
              ${cells.map((cell, index) => {
                const names = classOf(columns[index]!.className, cell.tone);
                const wraps = index > 0 && /\bwraps\b/u.test(columns[index]!.className);
                const inner = cellMarkup(cell, linkOf, !wraps);
                return index === 0
                  ? markup`<th scope="row"${names}>${inner}</th>`
                  : markup`<td${names}>${inner}</td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A text of more columns than this would leave no room for the others. */
const longest = 20;

/** @param isOneLine whether the cell has one line, in which what is too long for it is cut and shown by pointing at it */
function cellMarkup({ text, call, drawn }: BatchCell, linkOf: LinkOf, isOneLine = false): Markup {
  const link = call === undefined ? undefined : linkOf(call);
  const words =
    isOneLine && stringWidth(text) > longest
      ? markup`<span class="cut" title="${text}">${text}</span>`
      : markup`${text}`;
  return markup`${link === undefined ? words : markup`<a href="${link}">${words}</a>`}${
    drawn !== undefined && rangeMark(drawn)
  }`;
}

function noteMarkup({ title, remark, lines }: BatchNote, linkOf: LinkOf): Markup {
  return markup`<li>
    <h3>${title}<small>${remark}</small></h3>
    <dl>
      ${lines.map(
        ({ label, items }) =>
          markup`<dt>${label}</dt>
            <dd>
              ${items.map((item) => markup`<p${item.tone !== undefined && markup` class="${item.tone}"`}>${cellMarkup(item, linkOf)}</p>`)}
            </dd>`,
      )}
    </dl>
  </li>`;
}
