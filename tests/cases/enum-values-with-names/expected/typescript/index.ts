export * as components from "./models/components/index.js";
export * from "./lib/support.js";
