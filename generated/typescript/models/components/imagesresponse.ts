import type { ImageResult } from "./imageresult.js";
import type { ImageUsage } from "./imageusage.js";

/** The images that were made from other images. */
export interface ImagesResponse {
  /** When the images were made, in seconds since 1970. */
  created: number;
  /** The file format of the images. */
  outputFormat?: string;
  /** The size of the images, in pixels. */
  size?: string;
  /** The quality of the images. */
  quality?: string;
  /** The images, as many as were asked for. */
  data: ImageResult[];
  usage?: ImageUsage;
}
