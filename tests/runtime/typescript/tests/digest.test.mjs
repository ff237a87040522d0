import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";

import { noContent } from "../dist/lib/answers.js";
import { call } from "../dist/lib/call.js";
import { ClientCore } from "../dist/lib/client.js";
import { digest } from "../dist/lib/digest.js";
import { HTTPClient } from "../dist/lib/http.js";
import { jsonBody } from "../dist/lib/json-body.js";
import { rawBody } from "../dist/lib/raw-body.js";
import { sha512_256 } from "../dist/lib/sha512-256.js";

/** Returns the result of a call whose server sends a challenge, and the requests that it sees. */
const challenged = async (challenge, content, encode = jsonBody) => {
  const requests = [];
  const fetcher = async (_url, { headers, body }) => {
    requests.push({ authorization: headers.authorization, body });
    const isSigned = headers.authorization !== undefined;
    const answer = { "www-authenticate": `Digest realm="r", nonce="n", ${challenge}` };
    return new Response(null, isSigned ? { status: 204 } : { status: 401, headers: answer });
  };
  const servers = [{ url: "https://a.example" }];
  const description = { package: "p", version: "1", variablePrefix: "P", servers, schemes: { scheme: digest("key") } };
  const options = { httpClient: new HTTPClient({ fetcher }) };
  const client = new ClientCore(description, options, { credentials: { key: { username: "u", password: "p" } } });
  const operation = {
    id: "o",
    method: "POST",
    path: "/photos",
    body: { type: "application/json", encode },
    security: [["scheme"]],
    answers: [{ status: 204, decode: noContent }],
  };
  return [await call(client, operation, content), requests];
};

/** Returns the fields of a header, and the response that RFC 7616, section 3.4, asks for. */
const answered = (header, algorithm, content) => {
  const hash = (text) => createHash(algorithm).update(text).digest("hex");
  const fields = Object.fromEntries(
    [...header.matchAll(/(\w+)=(?:"([^"]*)"|([^\s,]+))/g)].map(([, k, q, p]) => [k, q ?? p]),
  );
  const target = hash(`POST:/photos${fields.qop === "auth-int" ? `:${hash(content)}` : ""}`);
  const expected = hash(`${hash("u:r:p")}:n:${fields.nc}:${fields.cnonce}:${fields.qop}:${target}`);
  return { ...fields, expected };
};

test("a server that protects bodies alone gets a digest with the body's", async () => {
  const bodies = [
    [jsonBody, { a: 1 }, '{"a":1}'],
    [rawBody, new Uint8Array([1, 2, 255]), Buffer.from([1, 2, 255])],
    [jsonBody, undefined, ""],
  ];
  for (const [encode, content, bytes] of bodies) {
    const [result, requests] = await challenged('qop="auth-int", algorithm=SHA-256', content, encode);
    assert.ok(result.ok, String(result.error));
    const { qop, response, expected } = answered(requests[1].authorization, "sha256", bytes);
    assert.equal(qop, "auth-int");
    assert.equal(response, expected);
  }
});

test("the digest without the body is preferred where both are offered", async () => {
  const [, requests] = await challenged('qop="auth-int,auth"', {});
  const { qop, response, expected } = answered(requests[1].authorization, "md5");
  assert.equal(qop, "auth");
  assert.equal(response, expected);
});

test("the strongest algorithm answers", async () => {
  const [result, requests] = await challenged(
    'qop="auth", algorithm=MD5, Digest realm="r", nonce="n", qop="auth", algorithm=SHA-512-256',
    {},
  );
  assert.ok(result.ok, String(result.error));
  const { algorithm, response, expected } = answered(requests[1].authorization, "sha512-256");
  assert.equal(algorithm, "SHA-512-256");
  assert.equal(response, expected);
});

test("a challenge that nobody knows is not answered", async () => {
  for (const challenge of ['qop="auth", algorithm=SHA-3', 'qop="auth-next"']) {
    const [result, requests] = await challenged(challenge, {});
    assert.equal(result.error.statusCode, 401);
    assert.equal(requests.length, 1);
  }
});

test("SHA-512/256 at the ends of blocks", () => {
  for (const length of [0, 1, 111, 112, 127, 128, 239, 240, 300]) {
    const bytes = new Uint8Array(length).map((_, index) => index);
    assert.equal(sha512_256(bytes), createHash("sha512-256").update(bytes).digest("hex"), String(length));
  }
});
