export * as components from "./models/components/index.js";
export * as errors from "./models/errors/index.js";
export * as operations from "./models/operations/index.js";
export * from "./types/index.js";
export type { SDKOptions } from "./core.js";
export { HTTPClient } from "./lib/http.js";
export { Pets } from "./sdk/sdk.js";
