export * from "./getthings.js";
