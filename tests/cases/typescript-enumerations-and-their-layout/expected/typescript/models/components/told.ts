export type Told =
  /** The first. */
  | "a"
  /** The last *\/ of all. */
  | "b";
