import type { ContentPart } from "./contentpart.js";

/** What a person says. */
export interface UserMessage {
  role: "user";
  /** The message, as a text or as several parts. */
  content: Content;
  /** Tells participants of the same role apart. */
  name?: string;
}

/** The message, as a text or as several parts. */
export type Content = string | ContentPart[];
