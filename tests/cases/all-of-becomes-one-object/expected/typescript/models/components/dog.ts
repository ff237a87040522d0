import { type Companion, companion } from "../../lib/companion.js";
import { checkIntegerIn } from "../../lib/constraints.js";
import { checkSchema } from "../../lib/json-schema.js";
import { type Context, type PathKey, checkBoolean, checkString, isObject } from "../../lib/validation.js";

/** An animal that barks. */
export interface Dog {
  /** What it is called. */
  name: string;
  /**
   * @minimum 0
   * @maximum 4
   */
  legs: number;
  loud?: boolean;
}

/** Parses and writes {@link Dog}. */
export const Dog: Companion<Dog> = /* @__PURE__ */ companion(readDog, readDog);

/** Reads {@link Dog} from decoded JSON. */
export function readDog(value: unknown, context: Context, key?: PathKey): Dog {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  checkSchema(value, context, key, dogSchema, definitions);
  context.enter(key);
  checkString(value["name"], context, "name");
  checkIntegerIn(value["legs"], context, "legs", dogLegsRules);
  if (context.has(value["loud"])) checkBoolean(value["loud"], context, "loud");
  context.leave();
  return value as unknown as Dog;
}

const dogSchema = {
  allOf: [
    { $ref: "#/components/schemas/Animal" },
    { type: "object", required: ["legs"], properties: { legs: { maximum: 4 }, loud: { type: "boolean" } } },
  ],
};

const definitions = {
  "#/components/schemas/Animal": {
    type: "object",
    required: ["name"],
    properties: { name: { type: "string" }, legs: { type: "integer", minimum: 0 } },
  },
};

const dogLegsRules = { minimum: 0, maximum: 4 };
