export * from "./listthings.js";
export * from "./notfound.js";
