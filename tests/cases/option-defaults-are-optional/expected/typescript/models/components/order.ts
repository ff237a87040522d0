export interface Order {
  item: string;
  /** @default 1 */
  count?: number;
}
