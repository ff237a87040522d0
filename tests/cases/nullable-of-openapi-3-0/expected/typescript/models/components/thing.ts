import type { Owner } from "./owner.js";

export interface Thing {
  name?: string | null;
  colour?: Colour | null;
  owner?: Owner | null;
}

export type Colour = "red";
