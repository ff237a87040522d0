/** Travels both ways. */
export type Priority = "low" | "high";
