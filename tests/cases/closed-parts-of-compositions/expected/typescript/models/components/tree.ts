import { type Companion, companion } from "../../lib/companion.js";
import { checkSchema } from "../../lib/json-schema.js";
import {
  type Context,
  type PathKey,
  checkClosed,
  checkInteger,
  checkString,
  isObject,
  keepUndeclared,
  mapAdditional,
} from "../../lib/validation.js";

/** Nothing is refused, and nothing changed. */
export interface Tree {
  color?: string;
  xHeight?: number;
  additionalProperties?: { [k: string]: any };
}

/** Parses and writes {@link Tree}. */
export const Tree: Companion<Tree> = /* @__PURE__ */ companion(readTree, writeTree);

/** Reads {@link Tree} from decoded JSON. */
export function readTree(value: unknown, context: Context, key?: PathKey): Tree {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  checkSchema(value, context, key, treeSchema, definitions);
  context.enter(key);
  const result: Tree = {};
  if (context.has(value["color"])) result.color = checkString(value["color"], context, "color");
  if (context.has(value["x-height"])) result.xHeight = checkInteger(value["x-height"], context, "x-height");
  checkClosed(value, treeNames, context);
  const additional = mapAdditional(value, treeNames, context);
  context.leave();
  if (Object.keys(additional).length > 0) result["additionalProperties"] = additional;
  return result;
}

/** Writes {@link Tree} for JSON. */
export function writeTree(value: Tree, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {};
  if (value.color !== undefined) result["color"] = checkString(value.color, context, "color");
  if (value.xHeight !== undefined) result["x-height"] = checkInteger(value.xHeight, context, "x-height");
  checkClosed(value, treeProperties, context);
  const additional = value.additionalProperties;
  context.leave();
  return checkSchema(
    keepUndeclared(value, { ...additional, ...result }, treeProperties2, context),
    context,
    key,
    treeSchema,
    definitions,
  );
}

const treeSchema = {
  allOf: [
    { $ref: "#/components/schemas/Leaf" },
    {
      type: "object",
      properties: { color: { type: "string" }, "x-height": { type: "integer" } },
      patternProperties: { "^x-": {} },
      additionalProperties: false,
    },
  ],
};

const definitions = { "#/components/schemas/Leaf": { type: "object", properties: { color: { type: "string" } } } };

const treeNames = /* @__PURE__ */ new Set<string>(["color", "x-height"]);

const treeProperties = /* @__PURE__ */ new Set<string>(["color", "xHeight"]);

const treeProperties2 = /* @__PURE__ */ new Set<string>(["color", "xHeight", "additionalProperties"]);
