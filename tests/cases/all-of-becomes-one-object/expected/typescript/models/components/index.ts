export * from "./dog.js";
