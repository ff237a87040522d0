import type { Tree } from "./tree.js";

export interface Shapes {
  /** @minItems 2 */
  point?: [number, number, ...any[]];
  maybe?: [string?, (string | null)?, ...boolean[]];
  names?: (string | null)[];
  grid?: (number | null)[][];
  tree?: Tree | null;
  index?: { [k: string]: Date[] };
}
