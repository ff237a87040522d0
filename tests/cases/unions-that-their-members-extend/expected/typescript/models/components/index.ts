export * from "./cat.js";
export * from "./pet.js";
export * from "./terrier.js";
