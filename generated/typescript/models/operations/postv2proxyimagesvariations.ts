/** The image to vary. */
export interface PostV2ProxyImagesVariationsRequestBody {
  /** The image to vary, a png, webp or jpg file below 50 MB. */
  image: File | Blob | PostV2ProxyImagesVariationsImage;
  /** The model that paints, as `provider/model`. */
  model: string;
  /**
   * How many images to make.
   *
   * @default 1
   * @minimum 1
   * @maximum 10
   */
  n?: number | null;
  /**
   * Whether to answer with links, which last for 60 minutes, or with the bytes.
   *
   * @default "url"
   */
  responseFormat?: PostV2ProxyImagesVariationsResponseFormat;
  /**
   * The size of the images, in pixels.
   *
   * @default "1024x1024"
   */
  size?: Size;
  /** Your own id of the person who asks, to trace misuse. */
  user?: string;
}

export interface PostV2ProxyImagesVariationsImage {
  fileName: string;
  content: ReadableStream<Uint8Array> | Blob | ArrayBuffer | Uint8Array;
}

/**
 * Whether to answer with links, which last for 60 minutes, or with the bytes.
 *
 * @default "url"
 */
export type PostV2ProxyImagesVariationsResponseFormat = "url" | "b64_json";

/**
 * The size of the images, in pixels.
 *
 * @default "1024x1024"
 */
export type Size = "256x256" | "512x512" | "1024x1024";
