import { type Companion, companion } from "../../lib/companion.js";
import { checkSchema } from "../../lib/json-schema.js";
import { type Context, type PathKey, checkBoolean, checkEnum, isObject, mapNullable } from "../../lib/validation.js";

export interface CreateThingRequestBody {
  /** How big it is. */
  size?: Size;
  level?: Level;
  mixed?: Mixed | null;
  flag?: boolean;
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
  if (context.has(value["size"])) readSize(value["size"], context, "size");
  if (context.has(value["level"])) readLevel(value["level"], context, "level");
  if (value["mixed"] != null) mapNullable(value["mixed"], context, "mixed", readMixed);
  if (context.has(value["flag"]))
    checkBoolean(checkSchema(value["flag"], context, "flag", createThingRequestBodyFlagSchema), context, "flag");
  context.leave();
  return value as unknown as CreateThingRequestBody;
}

/** How big it is. */
export type Size = "small" | "medium" | "extra large" | "";

/** Parses and writes {@link Size}. */
export const Size: Companion<Size> = /* @__PURE__ */ companion(readSize, readSize);

/** Reads {@link Size} from decoded JSON. */
export function readSize(value: unknown, context: Context, key?: PathKey): Size {
  return checkEnum(value, context, key, sizeValues);
}

export type Level = 1 | 2 | -3;

/** Parses and writes {@link Level}. */
export const Level: Companion<Level> = /* @__PURE__ */ companion(readLevel, readLevel);

/** Reads {@link Level} from decoded JSON. */
export function readLevel(value: unknown, context: Context, key?: PathKey): Level {
  return checkEnum(value, context, key, levelValues);
}

export type Mixed = "one" | 2 | true;

/** Parses and writes {@link Mixed}. */
export const Mixed: Companion<Mixed> = /* @__PURE__ */ companion(readMixed, readMixed);

/** Reads {@link Mixed} from decoded JSON. */
export function readMixed(value: unknown, context: Context, key?: PathKey): Mixed {
  return checkEnum(value, context, key, mixedValues);
}

const createThingRequestBodyFlagSchema = { enum: [true] };

const sizeValues = ["small", "medium", "extra large", ""] as const;

const levelValues = [1, 2, -3] as const;

const mixedValues = ["one", 2, true] as const;
