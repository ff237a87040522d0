export interface Cat {
  kind: string;
  name?: string;
  claws?: number;
}
