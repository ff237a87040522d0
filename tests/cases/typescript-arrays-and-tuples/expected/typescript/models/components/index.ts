export * from "./shapes.js";
export * from "./tree.js";
