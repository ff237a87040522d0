import type { EventStream } from "../../lib/event-stream.js";
import type { ReadableStream } from "../../lib/web.js";
import type * as components from "../components/index.js";

export type AddPetResponse = EventStream<components.EventStream> | ReadableStream<Uint8Array>;
