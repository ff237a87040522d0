export * from "./getberth.js";
export * from "./getcar.js";
export * from "./getfile.js";
export * from "./getstation.js";
