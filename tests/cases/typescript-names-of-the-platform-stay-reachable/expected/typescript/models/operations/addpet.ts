import { readBytes, writeBytes } from "../../lib/bytes.js";
import { type Companion, companion } from "../../lib/companion.js";
import type { EventStream } from "../../lib/event-stream.js";
import { mapUnion } from "../../lib/unions.js";
import type { Context, PathKey } from "../../lib/validation.js";
import type * as components from "../components/index.js";

export type AddPetResponse = EventStream<components.EventStream> | Uint8Array;

/** Parses and writes {@link AddPetResponse}. */
export const AddPetResponse: Companion<AddPetResponse> = /* @__PURE__ */ companion(
  readAddPetResponse,
  writeAddPetResponse,
);

/** Reads {@link AddPetResponse} from decoded JSON. */
export function readAddPetResponse(value: unknown, context: Context, key?: PathKey): AddPetResponse {
  return mapUnion<AddPetResponse>(value, context, key, [(value) => value, readBytes]);
}

/** Writes {@link AddPetResponse} for JSON. */
export function writeAddPetResponse(value: AddPetResponse, context: Context, key?: PathKey): unknown {
  return mapUnion<unknown>(value, context, key, [(value) => value, writeBytes]);
}
