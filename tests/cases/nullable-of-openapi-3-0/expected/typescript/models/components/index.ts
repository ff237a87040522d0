export * from "./owner.js";
export * from "./thing.js";
