import { type Companion, companion } from "../../lib/companion.js";
import type { EventStream } from "../../lib/event-stream.js";
import { type Context, type PathKey, checkString, isObject } from "../../lib/validation.js";
import type { ReadableStream, Response } from "../../lib/web.js";
import type * as components from "../components/index.js";

export interface GetPetRequest {
  id: string;
}

/** Parses and writes {@link GetPetRequest}. */
export const GetPetRequest: Companion<GetPetRequest> = /* @__PURE__ */ companion(readGetPetRequest, readGetPetRequest);

/** Reads {@link GetPetRequest} from decoded JSON. */
export function readGetPetRequest(value: unknown, context: Context, key?: PathKey): GetPetRequest {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  checkString(value["id"], context, "id");
  context.leave();
  return value as unknown as GetPetRequest;
}

/** The pet. */
export interface GetPetResponseBody {
  data?: string;
}

/** Parses and writes {@link GetPetResponseBody}. */
export const GetPetResponseBody: Companion<GetPetResponseBody> = /* @__PURE__ */ companion(
  readGetPetResponseBody,
  readGetPetResponseBody,
);

/** Reads {@link GetPetResponseBody} from decoded JSON. */
export function readGetPetResponseBody(value: unknown, context: Context, key?: PathKey): GetPetResponseBody {
  if (!isObject(value)) return context.mismatch(value, key, "an object");
  context.enter(key);
  if (context.has(value["data"])) checkString(value["data"], context, "data");
  context.leave();
  return value as unknown as GetPetResponseBody;
}

export interface GetPetResponse {
  /** The media type of the response. */
  contentType: string;
  /** The status code of the response. */
  statusCode: number;
  /** The response, as the HTTP library received it. */
  rawResponse: Response;
  /** The pet. */
  pet?: components.Pet;
  /** The pet. */
  eventStream?: EventStream<GetPetResponseBody>;
  /**
   * The pet.
   *
   * @format binary
   */
  responseStream?: ReadableStream<Uint8Array>;
  /** The pet. */
  res?: string;
}

/** Parses and writes {@link GetPetResponse}. */
export const GetPetResponse: Companion<GetPetResponse> = /* @__PURE__ */ companion(
  readGetPetResponse,
  readGetPetResponse,
);

/** Reads {@link GetPetResponse} from decoded JSON. */
export function readGetPetResponse(value: unknown, context: Context, key?: PathKey): GetPetResponse {
  return value as GetPetResponse;
}
