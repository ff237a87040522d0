import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkConstant, checkString, isObject } from "../../lib/validation.js";

export interface TextPart {
  type: "text";
  text: string;
}

/** Parses and writes {@link TextPart}. */
export const TextPart: Companion<TextPart> = /* @__PURE__ */ companion(readTextPart, readTextPart);

/** Reads {@link TextPart} from decoded JSON. */
export function readTextPart(value: unknown, context: Context, key?: PathKey): TextPart {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkConstant(value["type"], context, "type", "text");
  checkString(value["text"], context, "text");
  context.leave();
  return value as unknown as TextPart;
}
