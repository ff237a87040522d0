/** Logs of requests and answers, without credentials. */
import type { DebugLog } from "./client.js";
/** Logs each request and answer. Values that hold a credential, by their scheme or their name, are hidden. */
export declare const debugLog: DebugLog;
