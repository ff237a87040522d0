export * from "./blob.js";
export * from "./date.js";
export * from "./eventstream.js";
export * from "./unrecognized.js";
