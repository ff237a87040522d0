export * from "./addshape.js";
export * from "./upload.js";
