export * from "./addpet.js";
