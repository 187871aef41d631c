/** What a pack says of case reports. */

/** How the customer took what the agent did. */
export type AnswerKind = 'settled' | 'declined' | 'upset' | 'angrier' | 'threatened';

/** The four things that a customer should have felt. */
export type FeltId = 'looked-up' | 'analysed' | 'soothed' | 'shown-a-way';

/** What a case report tells, and in which moments it finds it. */
export interface CasePlan {
  readonly story: {
    /** What makes a step of the story, most telling first. */
    readonly agent: readonly string[];
    readonly customer: readonly string[];
    /** The first kind with a moment of the customer's answer is how they took it. */
    readonly answers: readonly { readonly kind: AnswerKind; readonly said: readonly string[] }[];
  };
  readonly felt: {
    /** The occasion: what is felt answers the first of these moments. */
    readonly when: readonly string[];
    /** Any of them will do: moments that stand together, or criteria that were met. */
    readonly things: readonly {
      readonly id: FeltId;
      readonly by: readonly {
        readonly moments: readonly string[];
        readonly criteria: readonly string[];
      }[];
    }[];
  };
  /** What a moment does to the customer's mood, -1 to 1. */
  readonly mood: readonly { readonly moment: string; readonly weight: number }[];
  /** Moments that speak for the agent beside a finding. */
  readonly mitigation: readonly string[];
  /** What a call that is whole begins with, and what one ends with. */
  readonly bounds: { readonly begins: readonly string[]; readonly ends: readonly string[] };
}
