import { type Companion, companion } from "../../lib/companion.js";
import { mapUnion } from "../../lib/unions.js";
import { type Context, type PathKey, isObject } from "../../lib/validation.js";
import { type Cat, readCat } from "./cat.js";
import { type Dog, readDog } from "./dog.js";

export type Pet = Cat | Dog;

/** Parses and writes {@link Pet}. */
export const Pet: Companion<Pet> = /* @__PURE__ */ companion(readPet, readPet);

/** Reads {@link Pet} from decoded JSON. */
export function readPet(value: unknown, context: Context, key?: PathKey): Pet {
  switch (isObject(value) ? value["kind"] : undefined) {
    case "Cat":
      return readCat(value, context, key);
    case "Dog":
      return readDog(value, context, key);
    default:
      return mapUnion<Pet>(value, context, key, [readCat, readDog]);
  }
}
