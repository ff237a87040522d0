import type { Unrecognized } from "./unrecognized.js";

export interface EventStream {
  kind?: Unrecognized;
}
