/** What a report is told besides its result: for whom, how wide, in which colours. */
import type { ChalkInstance } from 'chalk';
import type { Glossary, ReportLanguage } from '../result/result.ts';

export interface ReportOptions {
  readonly language: ReportLanguage;
  readonly glossary: Glossary;
  /** Columns of the terminal; `Infinity` where there is none and lines may be as long as they like. */
  readonly width: number;
  /** Of level 0 where no colours are wanted. */
  readonly chalk: ChalkInstance;
}
