import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

export interface UserInput {
  name: string;
  password: string;
}

/** Parses and writes {@link UserInput}. */
export const UserInput: Companion<UserInput> = /* @__PURE__ */ companion(readUserInput, readUserInput);

/** Reads {@link UserInput} from decoded JSON. */
export function readUserInput(value: unknown, context: Context, key?: PathKey): UserInput {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["name"], context, "name");
  checkString(value["password"], context, "password");
  context.leave();
  return value as unknown as UserInput;
}
