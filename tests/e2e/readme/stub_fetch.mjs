// Answers in place of the network, as `openapi.yaml` describes them.
import assert from "node:assert";

const json = (status, value, type = "application/json") =>
  new Response(JSON.stringify(value), { status, headers: { "content-type": type } });

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  assert.equal(request.headers.get("authorization"), "Bearer secret");
  const { pathname, searchParams } = new URL(request.url);
  const path = pathname.replace(/^\/v1/, "");
  if (request.method === "GET" && path === "/dogs")
    return json(200, searchParams.has("cursor") ? { dogs: [{ name: "Belka" }] } : { dogs: [{ name: "Laika" }], next: "2" });
  if (request.method === "POST" && path === "/dogs")
    return json(409, { title: "Taken", status: 409 }, "application/problem+json");
  if (path === "/barks")
    return new Response('data: {"dog": "Laika", "loud": true}\n\n', { headers: { "content-type": "text/event-stream" } });
  if (request.method === "PUT") return new Response(null, { status: 204 });
  throw new Error(`${request.method} ${request.url}`);
};
