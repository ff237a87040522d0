import { type Companion, companion } from "../../lib/companion.js";
import { checkStringIn } from "../../lib/constraints.js";
import { isDate } from "../../lib/formats.js";
import { type Context, type PathKey, checkEnum, checkString, isObject, mapNullable } from "../../lib/validation.js";

export interface Dog {
  /**
   * What it listens to.
   *
   * @maxLength 40
   */
  name: string;
  /** @format date */
  born?: string;
  /** @default "medium" */
  size?: Size;
  nickname?: string | null;
}

/** Parses and writes {@link Dog}. */
export const Dog: Companion<Dog> = /* @__PURE__ */ companion(readDog, readDog);

/** Reads {@link Dog} from decoded JSON. */
export function readDog(value: unknown, context: Context, key?: PathKey): Dog {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkStringIn(value["name"], context, "name", dogNameRules);
  if (context.has(value["born"])) checkStringIn(value["born"], context, "born", dogBornRules);
  if (context.has(value["size"])) readSize(value["size"], context, "size");
  if (value["nickname"] != null) mapNullable(value["nickname"], context, "nickname", checkString);
  context.leave();
  return value as unknown as Dog;
}

/** @default "medium" */
export type Size = "small" | "medium" | "large";

/** Parses and writes {@link Size}. */
export const Size: Companion<Size> = /* @__PURE__ */ companion(readSize, readSize);

/** Reads {@link Size} from decoded JSON. */
export function readSize(value: unknown, context: Context, key?: PathKey): Size {
  return checkEnum(value, context, key, sizeValues);
}

const dogNameRules = { maxLength: 40 };

const dogBornRules = { format: "date", hasFormat: isDate };

const sizeValues = ["small", "medium", "large"] as const;
