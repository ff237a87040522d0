import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkPresent, checkString, isObject, mapArray } from "../../lib/validation.js";

export interface Pet {
  /** Whose it is. */
  owner: any;
  friend?: any;
  tags?: string[];
  name?: string;
}

/** Parses and writes {@link Pet}. */
export const Pet: Companion<Pet> = /* @__PURE__ */ companion(readPet, readPet);

/** Reads {@link Pet} from decoded JSON. */
export function readPet(value: unknown, context: Context, key?: PathKey): Pet {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkPresent(value["owner"], context, "owner");
  if (context.has(value["tags"])) mapArray(value["tags"], context, "tags", checkString);
  if (context.has(value["name"])) checkString(value["name"], context, "name");
  context.leave();
  return value as unknown as Pet;
}
