export * from "./priority.js";
export * from "./speed.js";
export * from "./state.js";
