import type { Tree } from "./tree.js";

export interface Leaf {
  trees?: { [k: string]: Tree };
}
