import { type Companion, companion } from "../../lib/companion.js";
import { checkIntegerIn, checkMultiple, checkStringIn, mapArrayIn, mapRecordIn } from "../../lib/constraints.js";
import { pattern } from "../../lib/patterns.js";
import { type Context, type PathKey, checkNumber, checkString, isObject } from "../../lib/validation.js";

export interface CreateThingRequestBody {
  /**
   * @minLength 1
   * @maxLength 40
   * @pattern ^[a-z]+$
   */
  name?: string;
  /**
   * @minimum 0
   * @exclusiveMaximum 150
   */
  age?: number;
  /** @multipleOf 0.5 */
  step?: number;
  /**
   * @minItems 1
   * @maxItems 3
   * @uniqueItems
   */
  tags?: string[];
  /**
   * @minProperties 1
   * @maxProperties 2
   */
  extra?: { [k: string]: string };
}

/** Parses and writes {@link CreateThingRequestBody}. */
export const CreateThingRequestBody: Companion<CreateThingRequestBody> = /* @__PURE__ */ companion(
  readCreateThingRequestBody,
  readCreateThingRequestBody,
);

/** Reads {@link CreateThingRequestBody} from decoded JSON. */
export function readCreateThingRequestBody(value: unknown, context: Context, key?: PathKey): CreateThingRequestBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["name"])) checkStringIn(value["name"], context, "name", createThingRequestBodyNameRules);
  if (context.has(value["age"])) checkIntegerIn(value["age"], context, "age", createThingRequestBodyAgeRules);
  if (context.has(value["step"])) checkMultiple(checkNumber(value["step"], context, "step"), context, "step", 0.5);
  if (context.has(value["tags"]))
    mapArrayIn(
      value["tags"],
      context,
      "tags",
      (value, context, key) => checkStringIn(value, context, key, createThingRequestBodyTagsRules),
      createThingRequestBodyTagsRules2,
    );
  if (context.has(value["extra"]))
    mapRecordIn(value["extra"], context, "extra", checkString, createThingRequestBodyExtraRules);
  context.leave();
  return value as unknown as CreateThingRequestBody;
}

const createThingRequestBodyNameRules = { minLength: 1, maxLength: 40, pattern: /* @__PURE__ */ pattern("^[a-z]+$") };

const createThingRequestBodyAgeRules = { minimum: 0, exclusiveMaximum: 150 };

const createThingRequestBodyTagsRules = { maxLength: 8 };

const createThingRequestBodyTagsRules2 = { minItems: 1, maxItems: 3, uniqueItems: true };

const createThingRequestBodyExtraRules = { minProperties: 1, maxProperties: 2 };
