/** How a pack weighs its criteria. */
import type { Localised } from './localised.ts';

export interface Section {
  readonly id: string;
  /** What it is a part of: respect = understanding + agreement, sincerity = emotion + assistance. */
  readonly group?: string;
  readonly title: Localised;
  readonly weight: number;
  readonly criteria: readonly { readonly id: string; readonly weight: number }[];
}

export interface Grade {
  readonly id: string;
  /** The least total that earns it. */
  readonly from: number;
}

export interface Scorecard {
  readonly sections: readonly Section[];
  /** Best first; the last one is from 0. */
  readonly grades: readonly Grade[];
  /** The best grade a call with a critical finding can have. */
  readonly criticalCap: string;
  /** Under this share of weight that applied, no grade is given. 0 to 1. */
  readonly leastCoverage: number;
}
