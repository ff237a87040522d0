/** The images to start from, and what to make of them. */
export interface PostV2ProxyImagesEditsRequestBody {
  /** The model that edits, as `provider/model`. */
  model: string;
  /**
   * The images to edit, each a png, webp or jpg file below 50 MB.
   *
   * @minItems 1
   * @maxItems 16
   */
  image: (File | Blob | Image)[];
  /** The image to be, in words. */
  prompt: string;
  /**
   * How many images to make.
   *
   * @default 1
   * @minimum 1
   * @maximum 10
   */
  n?: number | null;
  /** The size of the images, as width x height in pixels. */
  size?: string | null;
  /**
   * Whether to answer with links or with the bytes. Some models know the bytes only.
   *
   * @default "url"
   */
  responseFormat?: PostV2ProxyImagesEditsResponseFormat | null;
  /** Your own id of the person who asks, to trace misuse. */
  user?: string;
}

export interface Image {
  fileName: string;
  content: ReadableStream<Uint8Array> | Blob | ArrayBuffer | Uint8Array;
}

/**
 * Whether to answer with links or with the bytes. Some models know the bytes only.
 *
 * @default "url"
 */
export type PostV2ProxyImagesEditsResponseFormat = "url" | "b64_json";
