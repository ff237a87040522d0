import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

export interface User {
  id: string;
  name: string;
}

/** Parses and writes {@link User}. */
export const User: Companion<User> = /* @__PURE__ */ companion(readUser, readUser);

/** Reads {@link User} from decoded JSON. */
export function readUser(value: unknown, context: Context, key?: PathKey): User {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["id"], context, "id");
  checkString(value["name"], context, "name");
  context.leave();
  return value as unknown as User;
}
