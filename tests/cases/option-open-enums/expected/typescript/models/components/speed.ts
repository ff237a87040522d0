/** Travels in requests alone. */
export type Speed = "slow" | "fast";
