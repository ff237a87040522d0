import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";
import type * as components from "../components/index.js";
import { readNews } from "../components/news.js";

/** What happens */
export interface WatchNewsResponseBody {
  event?: string;
  data: components.News;
}

/** Parses and writes {@link WatchNewsResponseBody}. */
export const WatchNewsResponseBody: Companion<WatchNewsResponseBody> = /* @__PURE__ */ companion(
  readWatchNewsResponseBody,
  readWatchNewsResponseBody,
);

/** Reads {@link WatchNewsResponseBody} from decoded JSON. */
export function readWatchNewsResponseBody(value: unknown, context: Context, key?: PathKey): WatchNewsResponseBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["event"])) checkString(value["event"], context, "event");
  readNews(value["data"], context, "data");
  context.leave();
  return value as unknown as WatchNewsResponseBody;
}
