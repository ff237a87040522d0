import { type Companion, companion } from "../../lib/companion.js";
import {
  type Context,
  type PathKey,
  checkString,
  isObject,
  keepUndeclared,
  mapArray,
  mapRecord,
} from "../../lib/validation.js";

/** The person on whose behalf the call is made. An unknown contact is created. */
export interface PublicContact {
  /** The contact, under an id of your choice. */
  id: string;
  /** The name that is shown. */
  displayName?: string;
  /** The email address. */
  email?: string;
  /** Whatever else is known about the contact, as key-value pairs. */
  metadata?: { [k: string]: any }[];
  /** A link to a picture of the contact. */
  logoUrl?: string;
  /** Labels to find the contact by. */
  tags?: string[];
}

/** Parses and writes {@link PublicContact}. */
export const PublicContact: Companion<PublicContact> = /* @__PURE__ */ companion(readPublicContact, writePublicContact);

/** Reads {@link PublicContact} from decoded JSON. */
export function readPublicContact(value: unknown, context: Context, key?: PathKey): PublicContact {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: PublicContact = {
    id: checkString(value["id"], context, "id"),
  };
  if (context.has(value["display_name"]))
    result.displayName = checkString(value["display_name"], context, "display_name");
  if (context.has(value["email"])) result.email = checkString(value["email"], context, "email");
  if (context.has(value["metadata"]))
    result.metadata = mapArray(value["metadata"], context, "metadata", (value, context, key) =>
      mapRecord(value, context, key, (value) => value),
    );
  if (context.has(value["logo_url"])) result.logoUrl = checkString(value["logo_url"], context, "logo_url");
  if (context.has(value["tags"])) result.tags = mapArray(value["tags"], context, "tags", checkString);
  context.leave();
  return keepUndeclared(value, result, publicContactNames, context);
}

/** Writes {@link PublicContact} for JSON. */
export function writePublicContact(value: PublicContact, context: Context, key?: PathKey): unknown {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  const result: { [k: string]: unknown } = {
    id: checkString(value.id, context, "id"),
  };
  if (value.displayName !== undefined) result["display_name"] = checkString(value.displayName, context, "display_name");
  if (value.email !== undefined) result["email"] = checkString(value.email, context, "email");
  if (value.metadata !== undefined)
    result["metadata"] = mapArray(value.metadata, context, "metadata", (value, context, key) =>
      mapRecord(value, context, key, (value) => value),
    );
  if (value.logoUrl !== undefined) result["logo_url"] = checkString(value.logoUrl, context, "logo_url");
  if (value.tags !== undefined) result["tags"] = mapArray(value.tags, context, "tags", checkString);
  context.leave();
  return keepUndeclared(value, result, publicContactProperties, context);
}

const publicContactNames = /* @__PURE__ */ new Set<string>([
  "id",
  "display_name",
  "email",
  "metadata",
  "logo_url",
  "tags",
]);

const publicContactProperties = /* @__PURE__ */ new Set<string>([
  "id",
  "displayName",
  "email",
  "metadata",
  "logoUrl",
  "tags",
]);
