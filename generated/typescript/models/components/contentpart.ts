import type { ImagePart } from "./imagepart.js";
import type { TextPart } from "./textpart.js";

/** A part of a message. */
export type ContentPart = TextPart | ImagePart;
