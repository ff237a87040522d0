export * as components from "./models/components/index.js";
export * from "./types/index.js";
export type { SDKOptions } from "./core.js";
export { HTTPClient } from "./lib/http.js";
export { Pets } from "./sdk/sdk.js";
