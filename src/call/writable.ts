/** A record while it is being made: property by property, which takes a fifth of the time of a spread. */
export type Writable<Made> = { -readonly [Key in keyof Made]: Made[Key] };
