import { type Companion, companion } from "../../lib/companion.js";
import {
  type Context,
  type PathKey,
  checkEnum,
  checkString,
  isObject,
  keepUndeclared,
  ownProperty,
  setProperty,
} from "../../lib/validation.js";

/**
 * """ *\/ {{ 7 * 7 }} \ `tick` | pipe <b>bold</b>
 *  end
 */
export interface CreateThingRequestBody {
  itSQuoted?: string;
  script?: Script;
  /**
   * a | b
   *
   * | c | d |
   *
   * # no heading
   *
   * @default '"""'
   */
  proto?: string;
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
  if (context.has(value["it's \"quoted\""]))
    result.itSQuoted = checkString(value["it's \"quoted\""], context, "it's \"quoted\"");
  if (context.has(value["<\/script>"])) result.script = readScript(value["<\/script>"], context, "<\/script>");
  if (context.has(ownProperty(value, "__proto__")))
    result.proto = checkString(ownProperty(value, "__proto__"), context, "__proto__");
  context.leave();
  return keepUndeclared(value, result, createThingRequestBodyNames, context);
}

/** Writes {@link CreateThingRequestBody} for JSON. */
export function writeCreateThingRequestBody(value: CreateThingRequestBody, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.itSQuoted !== undefined)
    result["it's \"quoted\""] = checkString(value.itSQuoted, context, "it's \"quoted\"");
  if (value.script !== undefined) result["<\/script>"] = readScript(value.script, context, "<\/script>");
  if (value.proto !== undefined) setProperty(result, "__proto__", checkString(value.proto, context, "__proto__"));
  context.leave();
  return keepUndeclared(value, result, createThingRequestBodyProperties, context);
}

export type Script = 'a"b' | "c'd" | "*/" | "{{ x }}" | "\\";

/** Parses and writes {@link Script}. */
export const Script: Companion<Script> = /* @__PURE__ */ companion(readScript, readScript);

/** Reads {@link Script} from decoded JSON. */
export function readScript(value: unknown, context: Context, key?: PathKey): Script {
  return checkEnum(value, context, key, scriptValues);
}

const createThingRequestBodyNames = /* @__PURE__ */ new Set<string>(["it's \"quoted\"", "<\/script>", "__proto__"]);

const createThingRequestBodyProperties = /* @__PURE__ */ new Set<string>(["itSQuoted", "script", "proto"]);

const scriptValues = ['a"b', "c'd", "*/", "{{ x }}", "\\"] as const;
