import type { EventStream } from "../../lib/support.js";
import type * as components from "../components/index.js";

export type AddPetResponse = EventStream<components.EventStream> | Uint8Array;
