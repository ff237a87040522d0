import type { Unrecognized } from "../../lib/support.js";

export type Open = "on" | "off" | Unrecognized<string>;
