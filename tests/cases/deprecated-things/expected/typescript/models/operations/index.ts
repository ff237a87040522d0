export * from "./old.js";
