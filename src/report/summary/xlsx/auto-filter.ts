/** Filters in the headers of a workbook's sheets, which write-excel-file leaves to those who want them. */
import type { Feature } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility';
import type { Content } from './content.ts';

/** How many rows and columns a sheet has, its header counted. */
export interface SheetSize {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
}

/** Where a filter stands in a sheet: right after its cells, by the schema of ECMA-376. */
const afterCells = ['sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter'];

/** A filter over all of each sheet; a workbook names each range a second time, hidden, as Excel itself does. */
export function autoFilter(sheets: readonly SheetSize[]): Feature<Content> {
  const rangeOf = ({ rows, columns }: SheetSize): string =>
    `A1:${getCellAddress(Math.max(1, rows) - 1, columns - 1)}`;
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) =>
            insertElementMarkupAccordingToOrderOfSiblings(
              xml,
              getSelfClosingTagMarkup('autoFilter', { ref: rangeOf(sheets[sheetIndex]!) }),
              orderWithFilter(getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? []),
              'worksheet',
            ),
        },
        'xl/workbook.xml': {
          transform: (xml) => withNames(xml, definedNames(sheets, rangeOf)),
        },
      },
    },
  };
}

/** A workbook has one list of names at most, and the library may have written an empty one. */
function withNames(xml: string, names: string): string {
  if (/<definedNames>(?!<\/definedNames>)/u.test(xml)) throw new Error('the workbook has names already');
  return insertElementMarkupAccordingToOrderOfSiblings(
    xml.replace(/<definedNames\s*\/>|<definedNames><\/definedNames>/u, ''),
    names,
    getOrderOfSiblings('xl/workbook.xml', 'workbook') ?? ['sheets', 'definedNames'],
    'workbook',
  );
}

function orderWithFilter(order: readonly string[]): string[] {
  const others = order.filter((name) => !afterCells.includes(name));
  const at = others.indexOf('sheetData') + 1;
  return [...others.slice(0, at), ...afterCells, ...others.slice(at)];
}

function definedNames(sheets: readonly SheetSize[], rangeOf: (sheet: SheetSize) => string): string {
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const absolute = (range: string): string => range.replace(/([A-Z]+)(\d+)/gu, '$$$1$$$2');
  const names = sheets.map(
    (sheet, index) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${escaped(
        sheet.name.replaceAll("'", "''"),
      )}'!${absolute(rangeOf(sheet))}</definedName>`,
  );
  return `<definedNames>${names.join('')}</definedNames>`;
}
