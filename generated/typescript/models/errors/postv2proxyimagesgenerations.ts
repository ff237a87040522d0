/** The prompt was refused by the content moderation. */
export interface PostV2ProxyImagesGenerationsResponseBody {
  /** Always `moderation_blocked`. */
  code: "moderation_blocked";
  /** Why the prompt was refused, in a sentence. */
  message: string;
  /** The categories that the prompt falls under, each with its score. */
  categories?: { [k: string]: number };
}
