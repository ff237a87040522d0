/** An image, as a link or as its bytes. */
export interface ImageResult {
  /** The bytes in base64, when `response_format` is `b64_json`. */
  b64Json?: string;
  /**
   * A link to the image, when `response_format` is `url`.
   *
   * @format uri
   */
  url?: string;
}
