export * from "./cat.js";
export * from "./dog.js";
export * from "./leaf.js";
export * from "./lion.js";
export * from "./pet.js";
export * from "./tree.js";
