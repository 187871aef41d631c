/** Holds a schema against the type that it is of. */

/** True where two types say the same; anything else makes the line that uses it fail to compile. */
export type Same<A, B> =
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the only exact comparison of types there is
  (<T>() => T extends Expand<A> ? 1 : 2) extends <T>() => T extends Expand<B> ? 1 : 2 ? true : false;
type Expand<T> = T extends readonly unknown[] | object ? { readonly [K in keyof T]: Expand<T[K]> } : T;
