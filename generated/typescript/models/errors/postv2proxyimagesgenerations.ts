import { type Companion, companion } from "../../lib/companion.js";
import { checkNumberIn } from "../../lib/constraints.js";
import { ResponseError } from "../../lib/errors.js";
import { type Context, type PathKey, checkConstant, checkString, isObject, mapRecord } from "../../lib/validation.js";

/** The prompt was refused by the content moderation. */
export interface PostV2ProxyImagesGenerationsResponseBodyData {
  /** Always `moderation_blocked`. */
  code: "moderation_blocked";
  /** Why the prompt was refused, in a sentence. */
  message: string;
  /** The categories that the prompt falls under, each with its score. */
  categories?: { [k: string]: number };
}

/** Parses and writes {@link PostV2ProxyImagesGenerationsResponseBodyData}. */
export const PostV2ProxyImagesGenerationsResponseBodyData: Companion<PostV2ProxyImagesGenerationsResponseBodyData> =
  /* @__PURE__ */ companion(
    readPostV2ProxyImagesGenerationsResponseBodyData,
    readPostV2ProxyImagesGenerationsResponseBodyData,
  );

/** The prompt was refused by the content moderation. */
export class PostV2ProxyImagesGenerationsResponseBody extends ResponseError<PostV2ProxyImagesGenerationsResponseBodyData> {
  static override readonly brand: string = "@orq-ai/node:PostV2ProxyImagesGenerationsResponseBody";
  /** Always `moderation_blocked`. */
  declare readonly code: "moderation_blocked";
  /** The categories that the prompt falls under, each with its score. */
  declare readonly categories?: { [k: string]: number };
}

/** Reads {@link PostV2ProxyImagesGenerationsResponseBodyData} from decoded JSON. */
export function readPostV2ProxyImagesGenerationsResponseBodyData(
  value: unknown,
  context: Context,
  key?: PathKey,
): PostV2ProxyImagesGenerationsResponseBodyData {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkConstant(value["code"], context, "code", "moderation_blocked");
  checkString(value["message"], context, "message");
  if (context.has(value["categories"]))
    mapRecord(value["categories"], context, "categories", (value, context, key) =>
      checkNumberIn(value, context, key, postV2ProxyImagesGenerationsResponseBodyDataCategoriesRules),
    );
  context.leave();
  return value as unknown as PostV2ProxyImagesGenerationsResponseBodyData;
}

const postV2ProxyImagesGenerationsResponseBodyDataCategoriesRules = { minimum: 0, maximum: 1 };
