export * as components from "./models/components/index.js";
export * as errors from "./models/errors/index.js";
export * as operations from "./models/operations/index.js";
export * from "./lib/support.js";
