/** The tokens that were used, for text and for images. */
export interface ImageUsage {
  /** The sum of the input and the output. */
  totalTokens: number;
  /** Tokens of the request. */
  inputTokens: number;
  /** Tokens of the images made. */
  outputTokens: number;
  /** What the request consists of. */
  inputTokensDetails: InputTokensDetails;
}

/** What the request consists of. */
export interface InputTokensDetails {
  /** Tokens of the prompt. */
  textTokens: number;
  /** Tokens of the images sent. */
  imageTokens: number;
}
