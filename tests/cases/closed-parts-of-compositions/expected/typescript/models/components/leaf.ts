import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

export interface Leaf {
  color?: string;
}

/** Parses and writes {@link Leaf}. */
export const Leaf: Companion<Leaf> = /* @__PURE__ */ companion(readLeaf, readLeaf);

/** Reads {@link Leaf} from decoded JSON. */
export function readLeaf(value: unknown, context: Context, key?: PathKey): Leaf {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["color"])) checkString(value["color"], context, "color");
  context.leave();
  return value as unknown as Leaf;
}
