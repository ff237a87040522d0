import { type Companion, companion } from "../../lib/companion.js";
import type { EventStream } from "../../lib/event-stream.js";
import type { Context, PathKey } from "../../lib/validation.js";
import type { ReadableStream } from "../../lib/web.js";
import type * as components from "../components/index.js";

export type AddPetResponse = EventStream<components.EventStream> | ReadableStream<Uint8Array>;

/** Parses and writes {@link AddPetResponse}. */
export const AddPetResponse: Companion<AddPetResponse> = /* @__PURE__ */ companion(
  readAddPetResponse,
  readAddPetResponse,
);

/** Reads {@link AddPetResponse} from decoded JSON. */
export function readAddPetResponse(value: unknown, context: Context, key?: PathKey): AddPetResponse {
  return value as AddPetResponse;
}
