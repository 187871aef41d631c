/** All that a page or a workbook of many calls is made of. */
import type { Analysis } from '../../result/analysis.ts';
import type { ErrorResult } from '../../result/result.ts';
import type { ShownCall } from './shown-call.ts';

export interface BatchReport {
  readonly analysis: Analysis;
  /** In the order of the input; a call's number is its place here, from 1. */
  readonly records: readonly ShownCall[];
  readonly errors: readonly ErrorResult[];
  readonly pack: { readonly id: string; readonly version: string };
  /** `callqa/` and its version. */
  readonly tool: string;
}
