// Typewright's runtime, copied as it is; its digest is 74396512481721ac.
/** Bodies that are sent as they are: texts, bytes, files and streams. */

import { encodeBody, typeOfContent } from "./bodies.js";
import { isNode } from "./environment.js";
import { ConnectionError } from "./errors.js";
import type { BodyContent, EncodedBody, Encoder } from "./operation.js";
import { textOf } from "./parameters.js";
import { dispatch } from "./send.js";

type ByteSource = Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Sends a value as it is. A stream is sent once only. */
export const rawBody: Encoder = (source, body) =>
  encodeBody(source, body, (value) => {
    const types = body.fallback === undefined ? body.type : `${body.type}, ${body.fallback}`;
    if (!isByteSource(value)) return { content: textOf(value), type: typeOfContent(types) };
    const type = typeOfContent(types, (value as { type?: string }).type);
    if (value instanceof ReadableStream || Symbol.asyncIterator in value) {
      return withTransfer({ content: streamOf(value as AsyncIterable<Uint8Array>), type, isStream: true });
    }
    return withTransfer({ content: value as BodyContent, type });
  });

/** The least number of bytes of a large body. */
const largeBody = 1_048_576;

/**
 * Returns a body with the way in which it is sent. Node keeps a copy of a large body for redirects and authentication,
 * unless redirects are errors and there is no window (Fetch Standard, HTTP-network-or-cache fetch).
 */
export function withTransfer(body: EncodedBody): EncodedBody {
  const { content, isStream = false } = body;
  const isLarge = isStream || (content instanceof Blob && content.size > largeBody);
  return {
    ...body,
    ...(isStream && { init: { duplex: "half" } as RequestInit }),
    ...(isLarge && isNode() && { transfer: uncopied(isStream) }),
  };
}

/** Sends a body without a copy. After a redirect, what can be read again is sent again, now to see where it leads. */
function uncopied(isStream: boolean): typeof dispatch {
  return async (settings, outgoing, init, deadline, context) => {
    if (init.redirect !== "manual") return dispatch(settings, outgoing, init, deadline, context);
    try {
      const own = { ...init, redirect: "error", window: null } as RequestInit;
      return await dispatch(settings, outgoing, own, deadline, context);
    } catch (error) {
      const { message, cause } = error as { message: string; cause?: { cause?: unknown } };
      if (!/redirect/i.test(String(cause?.cause))) throw error;
      if (isStream) throw new ConnectionError(`${message}: a stream can be sent only once, unlike a Blob`, { cause });
      return dispatch(settings, outgoing, init, deadline, context);
    }
  };
}

/** Whether a value is bytes or a source of bytes. */
export function isByteSource(value: unknown): value is ByteSource {
  return (
    value instanceof Blob ||
    value instanceof ArrayBuffer ||
    value instanceof Uint8Array ||
    value instanceof ReadableStream ||
    (typeof value === "object" && value !== null && Symbol.asyncIterator in value)
  );
}

/** Returns a stream of the bytes that a source gives. */
export function streamOf(source: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  if (source instanceof ReadableStream) return source;
  const iterator = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
