import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { test } from "node:test";

import { md5 } from "../dist/lib/md5.js";
import { hmacWebhooks, parseWebhook, standardWebhooks, WebhookVerificationError } from "../dist/lib/webhooks.js";
import { readPhoto } from "../dist/models/components/photo.js";
import { wirePhoto } from "./answering.mjs";

const body = JSON.stringify(wirePhoto);
const key = Buffer.from("0123456789abcdef0123456789abcdef");
const secret = `whsec_${key.toString("base64")}`;

const signed = (time = Math.floor(Date.now() / 1000), content = body) => {
  const signature = createHmac("sha256", key).update(`msg_1.${time}.${content}`).digest("base64");
  return {
    "webhook-id": "msg_1",
    "webhook-timestamp": String(time),
    "webhook-signature": `v1a,xxx v1,bad v1,${signature}`,
  };
};

test("Standard Webhooks", async () => {
  const options = { scheme: standardWebhooks(), secret };
  assert.equal((await parseWebhook({ headers: signed(), body }, readPhoto, options)).photoId, "p1");
  const refused = [
    { headers: signed(), body: `${body} ` },
    { headers: signed(1000), body },
    { headers: {}, body },
  ];
  for (const request of refused)
    await assert.rejects(parseWebhook(request, readPhoto, options), WebhookVerificationError);
  await assert.rejects(
    parseWebhook({ headers: signed(), body }, readPhoto, { ...options, secret: "" }),
    WebhookVerificationError,
  );
  const changing = { ...options, secret: ["whsec_AAAA", secret] };
  assert.equal((await parseWebhook({ headers: signed(), body }, readPhoto, changing)).photoId, "p1");
  for (const none of [[], [""]]) {
    const forged = parseWebhook({ headers: signed(), body }, readPhoto, { ...options, secret: none });
    await assert.rejects(forged, /secret of the webhook is missing/);
  }
  for (const wrong of ["whsec_AAAA", "whsec_", "whsec_!"]) {
    const forged = parseWebhook({ headers: signed(), body }, readPhoto, { ...options, secret: wrong });
    await assert.rejects(forged, WebhookVerificationError);
  }
});

test("an HMAC in a header", async () => {
  const signature = createHmac("sha256", "s3cret").update(body).digest("hex");
  const options = { scheme: hmacWebhooks({ header: "X-Hub-Signature-256", prefix: "sha256=" }), secret: "s3cret" };
  const request = { headers: { "x-hub-signature-256": `sha256=${signature}` }, body: new TextEncoder().encode(body) };
  assert.equal((await parseWebhook(request, readPhoto, options)).photoId, "p1");
  for (const value of ["", "sha256=", `sha1=${signature}`, `sha256=${signature.slice(2)}`]) {
    const forged = { ...request, headers: { "x-hub-signature-256": value } };
    await assert.rejects(parseWebhook(forged, readPhoto, options), WebhookVerificationError);
  }
});

test("MD5", () => {
  for (const text of [
    "",
    "a",
    "abc",
    "ü".repeat(40),
    "x".repeat(55),
    "x".repeat(56),
    "x".repeat(64),
    "y".repeat(1000),
  ]) {
    assert.equal(md5(new TextEncoder().encode(text)), createHash("md5").update(text).digest("hex"));
  }
});
