import type { Leaf } from "./leaf.js";

export interface Tree {
  label: string;
  parent?: Tree;
  children?: Tree[];
  leaf?: Leaf;
}
