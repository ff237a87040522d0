import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkConstant, checkInteger, isObject } from "../../lib/validation.js";

export interface Gears {
  /** @default "gears" */
  kind: "gears";
  count: number;
}

/** Parses and writes {@link Gears}. */
export const Gears: Companion<Gears> = /* @__PURE__ */ companion(readGears, readGears);

/** Reads {@link Gears} from decoded JSON. */
export function readGears(value: unknown, context: Context, key?: PathKey): Gears {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkConstant(value["kind"], context, "kind", "gears");
  checkInteger(value["count"], context, "count");
  context.leave();
  return value as unknown as Gears;
}
