/** What a case report is asked for. */
import type { Call, CallSource } from '../call/call.ts';
import type { Review } from '../result/result.ts';

export interface CaseRequest {
  /** All calls of the case, in the order in which they happened. */
  readonly calls: readonly { readonly call: Call; readonly source: CallSource }[];
  /** Which of them is disputed. */
  readonly disputed: number;
  /** The allegations that were asked for; they win over all others. */
  readonly allegations?: readonly string[];
  readonly reviews?: {
    /** On the disputed call, in their order: of two on one criterion, the later has the last word. */
    readonly reviews: readonly Review[];
    /** The agent's statement. */
    readonly statement?: string;
    readonly source: { readonly source: string; readonly sha256: string };
  };
  /** The config that spoke for the command. */
  readonly config?: { readonly source: string; readonly sha256: string };
  /** The arguments that ask for the same again. */
  readonly arguments: readonly string[];
}
