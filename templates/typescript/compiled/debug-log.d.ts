/** Logs of requests and answers, without credentials. */
import type { DebugLog } from "./client.js";
/** Tells a logger of each request and answer. What holds a credential, by its scheme or its name, is not shown. */
export declare const debugLog: DebugLog;
