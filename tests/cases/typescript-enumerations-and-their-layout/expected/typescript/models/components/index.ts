export * from "./level.js";
export * from "./long.js";
export * from "./mixed.js";
export * from "./open.js";
export * from "./short.js";
export * from "./told.js";
