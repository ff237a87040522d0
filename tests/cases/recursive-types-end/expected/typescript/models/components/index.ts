export * from "./leaf.js";
export * from "./tree.js";
