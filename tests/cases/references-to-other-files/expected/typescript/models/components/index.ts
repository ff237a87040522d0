export * from "./part.js";
export * from "./thing.js";
