import type { Unrecognized } from "../../lib/support.js";

/** Travels in responses alone. */
export type State = "open" | "done" | Unrecognized<string>;
