import type { Cat } from "./cat.js";
import type { Terrier } from "./terrier.js";

/** A cat, or a dog of some kind. */
export type Pet = (Cat & { kind: "cat" }) | (Terrier & { kind: "terrier" });
