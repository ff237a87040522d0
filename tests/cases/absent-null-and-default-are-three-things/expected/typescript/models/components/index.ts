export * from "./thing.js";
