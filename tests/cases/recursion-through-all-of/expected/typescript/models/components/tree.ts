import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

export interface Tree {
  name?: string;
  child?: Child;
}

/** Parses and writes {@link Tree}. */
export const Tree: Companion<Tree> = /* @__PURE__ */ companion(readTree, readTree);

/** Reads {@link Tree} from decoded JSON. */
export function readTree(value: unknown, context: Context, key?: PathKey): Tree {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["name"])) checkString(value["name"], context, "name");
  if (context.has(value["child"])) readChild(value["child"], context, "child");
  context.leave();
  return value as unknown as Tree;
}

export interface Child {
  name?: string;
  child?: Child;
  extra?: string;
}

/** Parses and writes {@link Child}. */
export const Child: Companion<Child> = /* @__PURE__ */ companion(readChild, readChild);

/** Reads {@link Child} from decoded JSON. */
export function readChild(value: unknown, context: Context, key?: PathKey): Child {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["name"])) checkString(value["name"], context, "name");
  if (context.has(value["child"])) readChild(value["child"], context, "child");
  if (context.has(value["extra"])) checkString(value["extra"], context, "extra");
  context.leave();
  return value as unknown as Child;
}
