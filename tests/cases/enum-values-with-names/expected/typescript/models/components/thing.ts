export type Thing =
  /** The first. */
  | 1
  /** The second. */
  | 2;
