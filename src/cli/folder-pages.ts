/** The pages of a run that fills a folder: case reports as they come, then the lists, and nothing of earlier runs. */
import type { UnitOutcome } from '../batch/unit.ts';
import type { ReportOptions } from '../report/options.ts';
import { folderPages } from '../report/summary/html/folder.ts';
import { caseNumber, casePath } from '../report/summary/html/page-names.ts';
import type { BatchReport } from '../report/summary/report.ts';
import type { ReportFolder } from './report-folder.ts';

export interface FolderPages {
  /** Writes the case reports of some calls, before which there were so many. */
  readonly putCases: (outcomes: readonly UnitOutcome[], before: number) => Promise<void>;
  /** Writes all other pages but the index, and gives that. */
  readonly putLists: (report: BatchReport, options: ReportOptions) => Promise<string>;
  /** Takes away what an earlier run left, of this one having so many calls. */
  readonly tidy: (calls: number) => Promise<void>;
}

/** Begins to fill a folder. */
export function createFolderPages(folder: ReportFolder): FolderPages {
  const lists = new Set<string>();
  return {
    putCases: async (outcomes, before) => {
      const pages = outcomes.flatMap(({ cases = [] }) => cases);
      for (const [index, page] of pages.entries()) await folder.put(casePath(before + index + 1), page);
    },
    putLists: async (report, options) => {
      const [index, ...others] = folderPages(report, options);
      for (const { path, html } of others) {
        lists.add(path);
        await folder.put(path, html);
      }
      return index.html;
    },
    tidy: (calls) =>
      folder.tidy((path) => {
        const number = caseNumber(path);
        return number === undefined ? lists.has(path) : number >= 1 && number <= calls;
      }),
  };
}
