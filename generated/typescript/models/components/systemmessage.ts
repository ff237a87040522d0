import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkConstant, checkString, isObject } from "../../lib/validation.js";

/** Instructions that hold for the whole conversation. */
export interface SystemMessage {
  role: "system";
  /** The instructions. */
  content: string;
  /** Tells participants of the same role apart. */
  name?: string;
}

/** Parses and writes {@link SystemMessage}. */
export const SystemMessage: Companion<SystemMessage> = /* @__PURE__ */ companion(readSystemMessage, readSystemMessage);

/** Reads {@link SystemMessage} from decoded JSON. */
export function readSystemMessage(value: unknown, context: Context, key?: PathKey): SystemMessage {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkConstant(value["role"], context, "role", "system");
  checkString(value["content"], context, "content");
  if (context.has(value["name"])) checkString(value["name"], context, "name");
  context.leave();
  return value as unknown as SystemMessage;
}
