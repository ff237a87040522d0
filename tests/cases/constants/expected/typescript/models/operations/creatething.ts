import { type Companion, companion } from "../../lib/companion.js";
import { type Context, type PathKey, checkConstant, checkNull, isObject } from "../../lib/validation.js";

export interface CreateThingRequestBody {
  version: 2;
  kind?: "thing";
  nothing?: null;
}

/** Parses and writes {@link CreateThingRequestBody}. */
export const CreateThingRequestBody: Companion<CreateThingRequestBody> = /* @__PURE__ */ companion(
  readCreateThingRequestBody,
  readCreateThingRequestBody,
);

/** Reads {@link CreateThingRequestBody} from decoded JSON. */
export function readCreateThingRequestBody(value: unknown, context: Context, key?: PathKey): CreateThingRequestBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkConstant(value["version"], context, "version", 2);
  if (context.has(value["kind"])) checkConstant(value["kind"], context, "kind", "thing");
  if (value["nothing"] != null) checkNull(value["nothing"], context, "nothing");
  context.leave();
  return value as unknown as CreateThingRequestBody;
}
