import { type Companion, companion } from "../../lib/companion.js";
import { checkSchema } from "../../lib/json-schema.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

/** Closed itself, and refuses what it extends. */
export interface Dog {
  name: string;
  owner?: DogOwner;
  bark?: string;
}

/** Parses and writes {@link Dog}. */
export const Dog: Companion<Dog> = /* @__PURE__ */ companion(readDog, readDog);

/** Reads {@link Dog} from decoded JSON. */
export function readDog(value: unknown, context: Context, key?: PathKey): Dog {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  checkSchema(value, context, key, dogSchema);
  context.enter(key);
  checkString(value["name"], context, "name");
  if (context.has(value["owner"])) readDogOwner(value["owner"], context, "owner");
  if (context.has(value["bark"])) checkString(value["bark"], context, "bark");
  context.leave();
  return value as unknown as Dog;
}

export interface DogOwner {
  phone?: string;
}

/** Parses and writes {@link DogOwner}. */
export const DogOwner: Companion<DogOwner> = /* @__PURE__ */ companion(readDogOwner, readDogOwner);

/** Reads {@link DogOwner} from decoded JSON. */
export function readDogOwner(value: unknown, context: Context, key?: PathKey): DogOwner {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["phone"])) checkString(value["phone"], context, "phone");
  context.leave();
  return value as unknown as DogOwner;
}

const dogSchema = {
  allOf: [
    {
      type: "object",
      required: ["name"],
      properties: { name: { type: "string" }, owner: { type: "object", properties: { phone: { type: "string" } } } },
    },
  ],
  type: "object",
  properties: { bark: { type: "string" } },
  unevaluatedProperties: false,
};
