import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject, mapArray } from "../../lib/validation.js";
import { type Leaf, readLeaf } from "./leaf.js";

export interface Tree {
  label: string;
  parent?: Tree;
  children?: Tree[];
  leaf?: Leaf;
}

/** Parses and writes {@link Tree}. */
export const Tree: Companion<Tree> = /* @__PURE__ */ companion(readTree, readTree);

/** Reads {@link Tree} from decoded JSON. */
export function readTree(value: unknown, context: Context, key?: PathKey): Tree {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["label"], context, "label");
  if (context.has(value["parent"])) readTree(value["parent"], context, "parent");
  if (context.has(value["children"])) mapArray(value["children"], context, "children", readTree);
  if (context.has(value["leaf"])) readLeaf(value["leaf"], context, "leaf");
  context.leave();
  return value as unknown as Tree;
}
