/** Words that users read. `zh` is Simplified; `zh-TW` stands in for it where Traditional is asked for. */
export interface Localised {
  readonly en: string;
  readonly zh: string;
  readonly 'zh-TW'?: string;
}
