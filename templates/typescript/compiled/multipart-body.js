/** Bodies of several parts (RFC 7578; RFC 2046, 5.1; OpenAPI, Encoding Object). */
import { encodeBody, typeOfContent } from "./bodies.js";
import { fieldsOf, itemsOf } from "./fields.js";
import { isAbsent, textOf } from "./parameters.js";
import { isByteSource, streamOf, withTransfer } from "./raw-body.js";
import { isObject } from "./validation.js";
/**
 * Writes the fields of a value as parts. The items of an array are parts of the same name. The body is a `Blob` of the
 * parts: files are read as they are sent, and again where it is sent again; its type, with the boundary, is set by the
 * platform. Where a file is a stream, the body is one, too.
 */
export const multipartBody = (source, body) => encodeBody(source, body, (value, convert) => encodeParts(value, body, convert));
function encodeParts(value, body, convert) {
    const boundary = crypto.randomUUID();
    const pieces = [];
    const convertText = (part, write, name) => (isByteSource(part) ? part : convert(part, write, name));
    const parts = body.item === undefined ? fieldsOf(value, body, convertText) : itemsOf(value, body, convertText);
    for (const { field, value: part } of parts) {
        for (const item of Array.isArray(part) && !field.isWhole ? part : [part]) {
            if (!isAbsent(item))
                pieces.push(`--${boundary}\r\n`, ...partOf(field, item, body.stringify), "\r\n");
        }
    }
    pieces.push(`--${boundary}--\r\n`);
    const type = `${body.type}; boundary=${boundary}`;
    const blobs = pieces.filter((piece) => !(piece instanceof ReadableStream));
    if (blobs.length === pieces.length)
        return withTransfer({ content: new Blob(blobs, { type }) });
    return withTransfer({ content: streamOf(bytesOf(pieces)), type, isStream: true });
}
/** Returns the head and the content of a part. */
function partOf(field, value, stringify = JSON.stringify) {
    const { fileName, content } = isNamedFile(value) ? value : { fileName: undefined, content: value };
    if (!isByteSource(content)) {
        const usual = isObject(value) || Array.isArray(value) ? "application/json" : undefined;
        const type = field.contentType === undefined ? usual : typeOfContent(field.contentType);
        return [headOf(field, type), isJSON(type) ? stringify(value) : textOf(value)];
    }
    const { name, type } = content;
    const head = headOf(field, typeOfContent(field.contentType, type), fileName ?? name ?? "file");
    if (content instanceof Blob)
        return [head, content];
    if (content instanceof ArrayBuffer)
        return [head, new Uint8Array(content)];
    return [head, content instanceof Uint8Array ? content : streamOf(content)];
}
function isJSON(type = "") {
    return /^application\/(?:[^;]+\+)?json\b/i.test(type);
}
function isNamedFile(value) {
    return isObject(value) && typeof value["fileName"] === "string" && isByteSource(value["content"]);
}
function headOf({ name, headers = {} }, type, fileName) {
    const file = fileName === undefined ? "" : `; filename="${escapeName(fileName)}"`;
    const named = name === "" ? "attachment" : `form-data; name="${escapeName(name)}"`;
    const lines = name === "" && file === "" ? [] : [`Content-Disposition: ${named}${file}`];
    if (type !== undefined || lines.length === 0)
        lines.push(`Content-Type: ${type ?? "text/plain"}`);
    for (const [header, value] of Object.entries(headers))
        lines.push(`${header}: ${value}`);
    return `${lines.map((line) => `${line}\r\n`).join("")}\r\n`;
}
/** Escapes a name as forms do (HTML Standard, multipart/form-data encoding algorithm); UTF-8 stays as it is. */
function escapeName(name) {
    return name.replaceAll("\n", "%0A").replaceAll("\r", "%0D").replaceAll('"', "%22");
}
/** Yields the bytes of all pieces, and reads each piece when it is reached. */
async function* bytesOf(pieces) {
    const encoder = new TextEncoder();
    for (const piece of pieces) {
        if (typeof piece === "string")
            yield encoder.encode(piece);
        else if (piece instanceof Uint8Array)
            yield piece;
        else
            yield* chunksOf(piece instanceof Blob ? piece.stream() : piece);
    }
}
async function* chunksOf(stream) {
    const reader = stream.getReader();
    try {
        for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read())
            yield chunk.value;
    }
    finally {
        await reader.cancel();
    }
}
