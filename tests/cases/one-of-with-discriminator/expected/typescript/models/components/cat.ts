export interface Cat {
  kind: "feline";
  /** @default 9 */
  lives?: number;
}
