import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkConstant, checkString, isObject, mapArray } from "../../lib/validation.js";

export interface Dog {
  kind: "canine";
  tricks?: string[];
}

/** Parses and writes {@link Dog}. */
export const Dog: Companion<Dog> = /* @__PURE__ */ companion(readDog, readDog);

/** Reads {@link Dog} from decoded JSON. */
export function readDog(value: unknown, context: Context, key?: PathKey): Dog {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkConstant(value["kind"], context, "kind", "canine");
  if (context.has(value["tricks"])) mapArray(value["tricks"], context, "tricks", checkString);
  context.leave();
  return value as unknown as Dog;
}
