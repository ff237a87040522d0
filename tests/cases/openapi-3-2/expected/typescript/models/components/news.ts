import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, isObject } from "../../lib/validation.js";
import { type Arrival, readArrival } from "./arrival.js";
import { type Notice, readNotice } from "./notice.js";

export type News = (Arrival & { kind: "arrival" }) | Notice;

/** Parses and writes {@link News}. */
export const News: Companion<News> = /* @__PURE__ */ companion(readNews, readNews);

/** Reads {@link News} from decoded JSON. */
export function readNews(value: unknown, context: Context, key?: PathKey): News {
  switch (isObject(value) ? value["kind"] : undefined) {
    case "arrival":
      return readArrival(value, context, key) as News;
    default:
      return readNotice(value, context, key);
  }
}
