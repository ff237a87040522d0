import type { Unrecognized as Unrecognized_ } from "../../lib/support.js";

export type Unrecognized = "a" | "b" | Unrecognized_<string>;
