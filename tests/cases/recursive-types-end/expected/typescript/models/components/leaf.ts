import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, isObject, mapRecord } from "../../lib/validation.js";
import { type Tree, readTree } from "./tree.js";

export interface Leaf {
  trees?: { [k: string]: Tree };
}

/** Parses and writes {@link Leaf}. */
export const Leaf: Companion<Leaf> = /* @__PURE__ */ companion(readLeaf, readLeaf);

/** Reads {@link Leaf} from decoded JSON. */
export function readLeaf(value: unknown, context: Context, key?: PathKey): Leaf {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["trees"])) mapRecord(value["trees"], context, "trees", readTree);
  context.leave();
  return value as unknown as Leaf;
}
