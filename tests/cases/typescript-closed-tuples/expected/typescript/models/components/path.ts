import { type Companion, companion } from "../../lib/companion.js";
import { checkItems } from "../../lib/constraints.js";
import { type Context, type PathKey, checkNumber, checkString, isObject, mapTuple } from "../../lib/validation.js";

export interface Path {
  /** @minItems 2 */
  start: [number, number];
  /**
   * @minItems 1
   * @maxItems 2
   */
  end?: [number, number?];
  named?: [number?, string?, ...number[]];
  /** @maxItems 1 */
  short?: [string?];
}

/** Parses and writes {@link Path}. */
export const Path: Companion<Path> = /* @__PURE__ */ companion(readPath, readPath);

/** Reads {@link Path} from decoded JSON. */
export function readPath(value: unknown, context: Context, key?: PathKey): Path {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkItems(
    mapTuple(value["start"], context, "start", [checkNumber, checkNumber], "closed"),
    context,
    "start",
    pathStartRules,
  );
  if (context.has(value["end"]))
    checkItems(
      mapTuple(value["end"], context, "end", [checkNumber, checkNumber], "closed"),
      context,
      "end",
      pathEndRules,
    );
  if (context.has(value["named"])) mapTuple(value["named"], context, "named", [checkNumber, checkString], checkNumber);
  if (context.has(value["short"]))
    checkItems(
      mapTuple(value["short"], context, "short", [checkString, checkNumber], "closed"),
      context,
      "short",
      pathShortRules,
    );
  context.leave();
  return value as unknown as Path;
}

const pathStartRules = { minItems: 2 };

const pathEndRules = { minItems: 1, maxItems: 2 };

const pathShortRules = { maxItems: 1 };
