import { type Companion, companion } from "../../lib/companion.js";
import { checkStringIn } from "../../lib/constraints.js";
import { isDate } from "../../lib/formats.js";
import { type Context, type PathKey, checkString, isObject, keepUndeclared, mapArray } from "../../lib/validation.js";

export interface CreateThingRequestBody {
  class?: string;
  from?: string;
  none?: string;
  modelConfig?: string;
  copy?: string;
  list?: string[];
  /** @format date */
  date?: string;
  self?: string;
  "1st"?: string;
  ""?: string;
  fooBar?: string;
  foo_bar?: string;
  private?: string;
}

/** Parses and writes {@link CreateThingRequestBody}. */
export const CreateThingRequestBody: Companion<CreateThingRequestBody> = /* @__PURE__ */ companion(
  readCreateThingRequestBody,
  writeCreateThingRequestBody,
);

/** Reads {@link CreateThingRequestBody} from decoded JSON. */
export function readCreateThingRequestBody(value: unknown, context: Context, key?: PathKey): CreateThingRequestBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: CreateThingRequestBody = {};
  if (context.has(value["class"])) result.class = checkString(value["class"], context, "class");
  if (context.has(value["from"])) result.from = checkString(value["from"], context, "from");
  if (context.has(value["None"])) result.none = checkString(value["None"], context, "None");
  if (context.has(value["model_config"]))
    result.modelConfig = checkString(value["model_config"], context, "model_config");
  if (context.has(value["copy"])) result.copy = checkString(value["copy"], context, "copy");
  if (context.has(value["list"])) result.list = mapArray(value["list"], context, "list", checkString);
  if (context.has(value["date"]))
    result.date = checkStringIn(value["date"], context, "date", createThingRequestBodyDateRules);
  if (context.has(value["self"])) result.self = checkString(value["self"], context, "self");
  if (context.has(value["1st"])) result["1st"] = checkString(value["1st"], context, "1st");
  if (context.has(value[""])) result[""] = checkString(value[""], context, "");
  if (context.has(value["fooBar"])) result.fooBar = checkString(value["fooBar"], context, "fooBar");
  if (context.has(value["foo_bar"])) result.foo_bar = checkString(value["foo_bar"], context, "foo_bar");
  if (context.has(value["_private"])) result.private = checkString(value["_private"], context, "_private");
  context.leave();
  return keepUndeclared(value, result, createThingRequestBodyNames, context);
}

/** Writes {@link CreateThingRequestBody} for JSON. */
export function writeCreateThingRequestBody(value: CreateThingRequestBody, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.class !== undefined) result["class"] = checkString(value.class, context, "class");
  if (value.from !== undefined) result["from"] = checkString(value.from, context, "from");
  if (value.none !== undefined) result["None"] = checkString(value.none, context, "None");
  if (value.modelConfig !== undefined) result["model_config"] = checkString(value.modelConfig, context, "model_config");
  if (value.copy !== undefined) result["copy"] = checkString(value.copy, context, "copy");
  if (value.list !== undefined) result["list"] = mapArray(value.list, context, "list", checkString);
  if (value.date !== undefined)
    result["date"] = checkStringIn(value.date, context, "date", createThingRequestBodyDateRules);
  if (value.self !== undefined) result["self"] = checkString(value.self, context, "self");
  if (value["1st"] !== undefined) result["1st"] = checkString(value["1st"], context, "1st");
  if (value[""] !== undefined) result[""] = checkString(value[""], context, "");
  if (value.fooBar !== undefined) result["fooBar"] = checkString(value.fooBar, context, "fooBar");
  if (value.foo_bar !== undefined) result["foo_bar"] = checkString(value.foo_bar, context, "foo_bar");
  if (value.private !== undefined) result["_private"] = checkString(value.private, context, "_private");
  context.leave();
  return keepUndeclared(value, result, createThingRequestBodyProperties, context);
}

const createThingRequestBodyDateRules = { format: "date", hasFormat: isDate };

const createThingRequestBodyNames = /* @__PURE__ */ new Set<string>([
  "class",
  "from",
  "None",
  "model_config",
  "copy",
  "list",
  "date",
  "self",
  "1st",
  "",
  "fooBar",
  "foo_bar",
  "_private",
]);

const createThingRequestBodyProperties = /* @__PURE__ */ new Set<string>([
  "class",
  "from",
  "none",
  "modelConfig",
  "copy",
  "list",
  "date",
  "self",
  "1st",
  "",
  "fooBar",
  "foo_bar",
  "private",
]);
