import type { Part } from "./part.js";

export interface Thing {
  part: Part;
}
