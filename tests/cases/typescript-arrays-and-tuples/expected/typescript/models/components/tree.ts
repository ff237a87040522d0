import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, mapArray, mapNullable } from "../../lib/validation.js";

export type Tree = (Tree | null)[] | null;

/** Parses and writes {@link Tree}. */
export const Tree: Companion<Tree> = /* @__PURE__ */ companion(readTree, readTree);

/** Reads {@link Tree} from decoded JSON. */
export function readTree(value: unknown, context: Context, key?: PathKey): Tree {
  return mapNullable(value, context, key, (value, context, key) =>
    mapArray(value, context, key, (value, context, key) => mapNullable(value, context, key, readTree)),
  );
}
