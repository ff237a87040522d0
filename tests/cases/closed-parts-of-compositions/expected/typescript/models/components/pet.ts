import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkClosed, checkString, isObject } from "../../lib/validation.js";

export interface Pet {
  name: string;
  owner?: PetOwner;
}

/** Parses and writes {@link Pet}. */
export const Pet: Companion<Pet> = /* @__PURE__ */ companion(readPet, readPet);

/** Reads {@link Pet} from decoded JSON. */
export function readPet(value: unknown, context: Context, key?: PathKey): Pet {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["name"], context, "name");
  if (context.has(value["owner"])) readPetOwner(value["owner"], context, "owner");
  checkClosed(value, petNames, context);
  context.leave();
  return value as unknown as Pet;
}

export interface PetOwner {
  phone?: string;
}

/** Parses and writes {@link PetOwner}. */
export const PetOwner: Companion<PetOwner> = /* @__PURE__ */ companion(readPetOwner, readPetOwner);

/** Reads {@link PetOwner} from decoded JSON. */
export function readPetOwner(value: unknown, context: Context, key?: PathKey): PetOwner {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["phone"])) checkString(value["phone"], context, "phone");
  context.leave();
  return value as unknown as PetOwner;
}

const petNames = /* @__PURE__ */ new Set<string>(["name", "owner"]);
