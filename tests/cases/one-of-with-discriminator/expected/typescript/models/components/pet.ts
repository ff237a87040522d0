import { type Companion, companion } from "../../lib/companion.js";
import { unknownMember } from "../../lib/unions.js";
import { type Context, type PathKey, isObject } from "../../lib/validation.js";
import { type Cat, readCat } from "./cat.js";
import { type Dog, readDog } from "./dog.js";

export type Pet = Cat | Dog;

/** Parses and writes {@link Pet}. */
export const Pet: Companion<Pet> = /* @__PURE__ */ companion(readPet, readPet);

/** Reads {@link Pet} from decoded JSON. */
export function readPet(value: unknown, context: Context, key?: PathKey): Pet {
  switch (isObject(value) ? value["kind"] : undefined) {
    case "feline":
      return readCat(value, context, key);
    case "canine":
      return readDog(value, context, key);
    default:
      return unknownMember(value, context, key, "kind");
  }
}
