import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";

export interface ChatRequestBody {
  text: string;
}

/** Parses and writes {@link ChatRequestBody}. */
export const ChatRequestBody: Companion<ChatRequestBody> = /* @__PURE__ */ companion(
  readChatRequestBody,
  readChatRequestBody,
);

/** Reads {@link ChatRequestBody} from decoded JSON. */
export function readChatRequestBody(value: unknown, context: Context, key?: PathKey): ChatRequestBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["text"], context, "text");
  context.leave();
  return value as unknown as ChatRequestBody;
}

/** The answer, piece by piece. */
export interface ChatResponseBody {
  data: Data;
}

/** Parses and writes {@link ChatResponseBody}. */
export const ChatResponseBody: Companion<ChatResponseBody> = /* @__PURE__ */ companion(
  readChatResponseBody,
  readChatResponseBody,
);

/** Reads {@link ChatResponseBody} from decoded JSON. */
export function readChatResponseBody(value: unknown, context: Context, key?: PathKey): ChatResponseBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  readData(value["data"], context, "data");
  context.leave();
  return value as unknown as ChatResponseBody;
}

export interface Data {
  piece: string;
}

/** Parses and writes {@link Data}. */
export const Data: Companion<Data> = /* @__PURE__ */ companion(readData, readData);

/** Reads {@link Data} from decoded JSON. */
export function readData(value: unknown, context: Context, key?: PathKey): Data {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["piece"], context, "piece");
  context.leave();
  return value as unknown as Data;
}
