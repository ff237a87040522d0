import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject, keepUndeclared } from "../../lib/validation.js";

export interface Security {
  apiKey?: string;
}

/** Parses and writes {@link Security}. */
export const Security: Companion<Security> = /* @__PURE__ */ companion(readSecurity, writeSecurity);

/** Reads {@link Security} from decoded JSON. */
export function readSecurity(value: unknown, context: Context, key?: PathKey): Security {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: Security = {};
  if (context.has(value["ApiKey"])) result.apiKey = checkString(value["ApiKey"], context, "ApiKey");
  context.leave();
  return keepUndeclared(value, result, securityNames, context);
}

/** Writes {@link Security} for JSON. */
export function writeSecurity(value: Security, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.apiKey !== undefined) result["ApiKey"] = checkString(value.apiKey, context, "ApiKey");
  context.leave();
  return keepUndeclared(value, result, securityProperties, context);
}

const securityNames = /* @__PURE__ */ new Set<string>(["ApiKey"]);

const securityProperties = /* @__PURE__ */ new Set<string>(["apiKey"]);
