// Typewright's runtime, copied as it is; its digest is 408be756a85fe224.
/** Bodies of several parts (RFC 7578; RFC 2046, 5.1; OpenAPI, Encoding Object). */

import { encodeBody, typeOfContent } from "./bodies.js";
import { fieldsOf, itemsOf } from "./fields.js";
import type { Body, ConvertPart, EncodedBody, Encoder, Field } from "./operation.js";
import { isAbsent, textOf } from "./parameters.js";
import { isByteSource, streamOf, withTransfer } from "./raw-body.js";
import { isObject } from "./validation.js";

type Piece = string | Blob | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;

/**
 * Writes the fields of a value as parts. The items of an array are parts of the same name. The body is a `Blob` of the
 * parts: files are read as they are sent, and again where it is sent again; its type, with the boundary, is set by the
 * platform. Where a file is a stream, the body is one, too.
 */
export const multipartBody: Encoder = (source, body) =>
  encodeBody(source, body, (value, convert) => encodeParts(value, body, convert));

function encodeParts(value: unknown, body: Body, convert: ConvertPart): EncodedBody {
  const boundary = crypto.randomUUID();
  const pieces: Piece[] = [];
  const convertText: ConvertPart = (part, write, name) => (isByteSource(part) ? part : convert(part, write, name));
  const parts = body.item === undefined ? fieldsOf(value, body, convertText) : itemsOf(value, body, convertText);
  for (const { field, value: part } of parts) {
    for (const item of Array.isArray(part) && !field.isWhole ? (part as unknown[]) : [part]) {
      if (!isAbsent(item)) pieces.push(`--${boundary}\r\n`, ...partOf(field, item, body.stringify), "\r\n");
    }
  }
  pieces.push(`--${boundary}--\r\n`);
  const type = `${body.type}; boundary=${boundary}`;
  const blobs = pieces.filter((piece) => !(piece instanceof ReadableStream)) as BlobPart[];
  if (blobs.length === pieces.length) return withTransfer({ content: new Blob(blobs, { type }) });
  return withTransfer({ content: streamOf(bytesOf(pieces)), type, isStream: true });
}

/** Returns the head and the content of a part. */
function partOf(field: Field, value: unknown, stringify = JSON.stringify as NonNullable<Body["stringify"]>): Piece[] {
  const { fileName, content } = isNamedFile(value) ? value : { fileName: undefined, content: value };
  if (!isByteSource(content)) {
    const usual = isObject(value) || Array.isArray(value) ? "application/json" : undefined;
    const type = field.contentType === undefined ? usual : typeOfContent(field.contentType);
    return [headOf(field, type), isJSON(type) ? stringify(value) : textOf(value)];
  }
  const { name, type } = content as { name?: string; type?: string };
  const head = headOf(field, typeOfContent(field.contentType, type), fileName ?? name ?? "file");
  if (content instanceof Blob) return [head, content];
  if (content instanceof ArrayBuffer) return [head, new Uint8Array(content)];
  return [head, content instanceof Uint8Array ? (content as Uint8Array<ArrayBuffer>) : streamOf(content)];
}

function isJSON(type = ""): boolean {
  return /^application\/(?:[^;]+\+)?json\b/i.test(type);
}

function isNamedFile(value: unknown): value is { fileName: string; content: unknown } {
  return isObject(value) && typeof value["fileName"] === "string" && isByteSource(value["content"]);
}

function headOf({ name, headers = {} }: Field, type: string | undefined, fileName?: string): string {
  const file = fileName === undefined ? "" : `; filename="${escapeName(fileName)}"`;
  const named = name === "" ? "attachment" : `form-data; name="${escapeName(name)}"`;
  const lines = name === "" && file === "" ? [] : [`Content-Disposition: ${named}${file}`];
  if (type !== undefined || lines.length === 0) lines.push(`Content-Type: ${type ?? "text/plain"}`);
  for (const [header, value] of Object.entries(headers)) lines.push(`${header}: ${value}`);
  return `${lines.map((line) => `${line}\r\n`).join("")}\r\n`;
}

/** Escapes a name as forms do (HTML Standard, multipart/form-data encoding algorithm); UTF-8 stays as it is. */
function escapeName(name: string): string {
  return name.replaceAll("\n", "%0A").replaceAll("\r", "%0D").replaceAll('"', "%22");
}

/** Yields the bytes of all pieces, and reads each piece when it is reached. */
async function* bytesOf(pieces: readonly Piece[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const piece of pieces) {
    if (typeof piece === "string") yield encoder.encode(piece);
    else if (piece instanceof Uint8Array) yield piece;
    else yield* chunksOf(piece instanceof Blob ? piece.stream() : piece);
  }
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
  } finally {
    await reader.cancel();
  }
}
