export * from "./anything.js";
export * from "./counts.js";
export * from "./labels.js";
