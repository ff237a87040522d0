export * from "./origin.js";
export * from "./paint.js";
export * from "./pigment.js";
