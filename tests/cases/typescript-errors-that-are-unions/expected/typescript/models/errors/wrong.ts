import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, countUndeclared, isObject } from "../../lib/validation.js";

export interface Wrong {
  field: string;
}

/** Parses and writes {@link Wrong}. */
export const Wrong: Companion<Wrong> = /* @__PURE__ */ companion(readWrong, readWrong);

/** Reads {@link Wrong} from decoded JSON. */
export function readWrong(value: unknown, context: Context, key?: PathKey): Wrong {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["field"], context, "field");
  countUndeclared(value, wrongNames, context);
  context.leave();
  return value as unknown as Wrong;
}

const wrongNames = /* @__PURE__ */ new Set<string>(["field"]);
