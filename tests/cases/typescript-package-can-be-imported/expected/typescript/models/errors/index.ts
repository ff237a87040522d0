export * from "./listpets.js";
