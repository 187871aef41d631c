/** What scoring makes of outcomes. */

export interface SectionScore {
  readonly id: string;
  readonly group: string | undefined;
  /** 0 to 100, one decimal; null where nothing in it was possible. */
  readonly score: number | null;
  /** As the pack gives it. */
  readonly weight: number;
}

export interface Points {
  /** The id of the criterion. */
  readonly criterion: string;
  readonly section: string;
  /** In the criterion's weight; both 0 where it did not apply. */
  readonly earned: number;
  readonly possible: number;
}

export interface Scored {
  /** 0 to 100, one decimal, round half up; null only when nothing at all was possible. */
  readonly total: number | null;
  /** Null under the least coverage. */
  readonly grade: string | null;
  /** The share of weight that applied, 0 to 1, four decimals. */
  readonly coverage: number;
  /** The total as it would be without a fatal finding; the same as `total` where there is none. */
  readonly withoutAutoFail: number | null;
  /** The critical and fatal criteria that were not met, by id. */
  readonly critical: readonly string[];
  readonly sections: readonly SectionScore[];
  readonly points: readonly Points[];
  /** Why a person should look: stable ids such as `fatal-uncertain`. */
  readonly review: readonly string[];
}
