export * from "./cat.js";
export * from "./dog.js";
export * from "./pet.js";
