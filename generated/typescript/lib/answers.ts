// Typewright's runtime, copied as it is; its digest is b99774b05a64fbf9.
/** Decodes an answer to a value or an error (OpenAPI, Responses Object). */

import { drain, readText } from "./drain.js";
import { APIError, type FailedResponse } from "./errors.js";
import type { Answer, DecodeContext, Decoder, Operation } from "./operation.js";

/** The limit of bytes that are read of an error's body. */
const mostOfError = 1_048_576;

/** Decodes JSON. */
export const json: Decoder = async (response, answer, context) => {
  const text = await response.text();
  let value: unknown;
  try {
    value = (answer.parse ?? JSON.parse)(text);
  } catch (cause) {
    throw context.invalid("The answer is not JSON", text, text, [], cause);
  }
  return context.read(answer, value, text);
};

/** Decodes text, XML included, in the charset of the `Content-Type` header. */
export const text: Decoder = async (response) => {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(response.headers.get("content-type") ?? "")?.[1] ?? "utf-8";
  if (/^utf-?8$/i.test(charset)) return response.text();
  const content = await response.arrayBuffer();
  try {
    return new TextDecoder(charset).decode(content);
  } catch {
    return new TextDecoder().decode(content); // a charset that nobody knows
  }
};

/** Returns all bytes. */
export const bytes: Decoder = async (response) => new Uint8Array(await response.arrayBuffer());

/** Returns the bytes as they come. */
export const stream: Decoder = async (response, _answer, context) => {
  const done = context.deadline.detach();
  const source = response.body?.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const chunk = await source?.read();
        if (chunk?.value !== undefined) return controller.enqueue(chunk.value);
        controller.close();
      } catch (cause) {
        controller.error(context.deadline.failure(cause));
      }
      done();
    },
    async cancel(reason) {
      done();
      await source?.cancel(reason);
    },
  });
};

/** Ignores the body. */
export const noContent: Decoder = async (response) => {
  await drain(response);
};

/** Whether an operation declares a status, by its code or by its range. */
export function isDeclared(operation: Operation, status: number): boolean {
  return answersOf(operation, status).some((answer) => answer.status !== "default");
}

/** Whether an answer is an error: its status is declared as one, or not at all. */
export function isError(operation: Operation, { status }: Response): boolean {
  const candidates = answersOf(operation, status);
  return candidates.length === 0 || candidates.some(({ error }) => error !== undefined);
}

/** Returns the answers declared for a status: by its code, else by its range, else as `default`. */
function answersOf({ answers }: Operation, status: number): readonly Answer[] {
  const keys = [status, `${Math.floor(status / 100)}XX`, "default"];
  const declared = keys.find((key) => answers.some((answer) => answer.status === key));
  return answers.filter((answer) => answer.status === declared);
}

/** Returns the declaration that matches an answer's status and media type. */
function answerOf(operation: Operation, response: Response): Answer | undefined {
  const candidates = answersOf(operation, response.status);
  const type = mediaType(response.headers.get("content-type"));
  const withoutContent = candidates.find((answer) => !answer.type);
  if (isEmpty(response)) return withoutContent ?? candidates.find((answer) => !answer.error);
  return (
    candidates.find((answer) => mediaType(answer.type) === type) ??
    candidates.find((answer) => isInRange(type, mediaType(answer.type))) ??
    (type === "" ? candidates[0] : withoutContent)
  );
}

function isEmpty({ headers, body }: Response): boolean {
  return body === null || headers.get("content-length") === "0";
}

/** Whether HTTP forbids content for the method or status, whatever is declared (RFC 9110, 9.3.2 and 15). */
function neverHasContent({ method }: Operation, { status }: Response): boolean {
  return method === "HEAD" || [204, 205, 304].includes(status);
}

/** Returns a media type without parameters, in lower case. */
function mediaType(type: string | null | undefined): string {
  return type?.split(";")[0]?.trim().toLowerCase() ?? "";
}

/** Whether a media type is in a range such as `image/*`; all JSON types match each other. */
function isInRange(type: string, range: string): boolean {
  if (range === "*/*") return true;
  return range.endsWith("/*") ? type.startsWith(range.slice(0, -1)) : isJSON(type) && isJSON(range);
}

function isJSON(type: string): boolean {
  return /^application\/json$|[/+]json$/.test(type);
}

/** Returns the decoded value of a success answer. Throws the decoded error of an error answer. */
export async function readAnswer(
  operation: Operation,
  response: Response,
  context: DecodeContext,
  request: string,
): Promise<unknown> {
  const answer = answerOf(operation, response);
  if (!answer || answer.error) throw await readError(answer, response, context, request);
  const value = neverHasContent(operation, response) ? undefined : await answer.decode?.(response, answer, context);
  return answer.wrap ? answer.wrap(value, response, context.sent) : value;
}

/** Returns a value with the headers of its answer. */
export function withHeaders(result: unknown, response: Response): unknown {
  const headers = headerLists(response);
  return result === undefined ? { headers } : { headers, result };
}

/** Returns the headers of an answer by name. */
export function headerLists(response: Response): Record<string, string[]> {
  const lists: Record<string, string[]> = {};
  response.headers.forEach((value, name) => {
    lists[name] = [...(lists[name] ?? []), value];
  });
  return lists;
}

/** Returns the declared error of an answer; the fallback if the body does not match its declaration. */
async function readError(
  answer: Answer | undefined,
  response: Response,
  context: DecodeContext,
  request: string,
): Promise<Error> {
  const body = await readText(response.body?.getReader(), mostOfError);
  const failed: FailedResponse = { request, response, body, sent: context.sent };
  let message = "The request failed";
  try {
    if (answer?.error) {
      const value: unknown = isJSON(mediaType(answer.type)) ? (answer.parse ?? JSON.parse)(body) : body;
      return new answer.error(context.read(answer, value, body) as never, failed);
    }
    const type = response.headers.get("content-type") ?? "no type";
    if (response.ok) message = `The API does not describe this answer (${type})`;
  } catch {
    // The body is not as described: the fallback shows it.
  }
  return new APIError(message, failed);
}
