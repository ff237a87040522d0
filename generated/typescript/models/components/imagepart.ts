export interface ImagePart {
  type: "image_url";
  imageUrl: ImageUrl;
}

export interface ImageUrl {
  /** A link to the image, or the image itself as a data URI. */
  url: string;
  /**
   * How closely the model looks.
   *
   * @default "auto"
   */
  detail?: Detail;
}

/**
 * How closely the model looks.
 *
 * @default "auto"
 */
export type Detail = "low" | "high" | "auto";
