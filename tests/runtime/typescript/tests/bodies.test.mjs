import assert from "node:assert/strict";
import { test } from "node:test";

import { readBigInt } from "../dist/lib/bigint.js";
import { globalValue } from "../dist/lib/client.js";
import { checkIntegerIn } from "../dist/lib/constraints.js";
import { writeDate } from "../dist/lib/dates.js";
import { formBody } from "../dist/lib/form-body.js";
import { jsonBody } from "../dist/lib/json-body.js";
import { multipartBody } from "../dist/lib/multipart-body.js";
import { deepObject } from "../dist/lib/styles.js";
import { checkBoolean, checkInteger, checkString, Context } from "../dist/lib/validation.js";

const encoded = (encode, request, body) => encode({ request, options: {}, context: new Context(true) }, body);

test("a text is JSON in a part that says so", async () => {
  const fields = [
    { name: "note", contentType: "application/json" },
    { name: "more", contentType: "application/vnd.acme+json" },
    { name: "plain", contentType: "text/plain" },
    { name: "count", contentType: "application/json" },
  ];
  const value = { note: "a", more: "b", plain: "c", count: 1 };
  const { content } = encoded(multipartBody, value, { type: "multipart/form-data", fields });
  const form = await new Response(content).formData();
  assert.deepEqual([...form.values()], ['"a"', '"b"', "c", "1"]);
});

test("items are numbered in deep objects where they are the whole value or have members, others repeat the name", () => {
  const options = { explode: true, encode: encodeURIComponent };
  const written = (value) => decodeURIComponent(deepObject("a", value, options));
  assert.equal(written(["x", "y"]), "a[0]=x&a[1]=y");
  assert.equal(written([{ b: 1, c: 2 }, { b: 3 }]), "a[0][b]=1&a[0][c]=2&a[1][b]=3");
  assert.equal(written({ b: ["x"], c: [{ d: [{ e: 1 }] }] }), "a[b]=x&a[c][0][d][0][e]=1");
});

test("a form writes each field in its style", () => {
  const fields = [{ name: "lines", style: deepObject }, { name: "tags" }];
  const { content } = encoded(formBody, { lines: [{ price: 1 }, { price: 2 }], tags: ["a b", "c"] }, { type: "", fields });
  assert.equal(decodeURIComponent(content), "lines[0][price]=1&lines[1][price]=2&tags=a+b&tags=c");
});

test("numbers that JSON has not are reported with their place", () => {
  const issuesOf = (value) => {
    const context = new Context(true);
    jsonBody({ request: value, options: {}, context, operation: { id: "" } }, { type: "application/json" });
    return context.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  };
  assert.deepEqual(issuesOf({ a: [1, { b: NaN }] }), ["body.a.1.b should be a finite number"]);
  assert.deepEqual(issuesOf(-Infinity), ["body should be a finite number"]);
  assert.deepEqual(issuesOf({ a: null, b: "null" }), []);
});

test("the text of an environment variable is read as the parameter takes it", () => {
  const valueOf = (text, write) => {
    process.env["ACME_LIMIT"] = text;
    return globalValue({ options: {}, description: { globals: { limit: "ACME_LIMIT" } } }, "limit", write);
  };
  assert.equal(valueOf("5", undefined), "5");
  assert.equal(valueOf("5", checkString), "5");
  assert.equal(valueOf("5", checkInteger), 5);
  assert.equal(valueOf("true", checkBoolean), true);
  assert.equal(valueOf("five", checkInteger), "five");
  assert.equal(valueOf("", checkInteger), undefined);
  assert.equal(valueOf("-1", (value, context, key) => checkIntegerIn(value, context, key, { minimum: 0 })), -1);
  assert.equal(valueOf("2026-01-02T03:04:05Z", writeDate), "2026-01-02T03:04:05Z");
  assert.deepEqual(valueOf("2026-01-02", writeDate), new Date("2026-01-02"));
  assert.equal(valueOf("9007199254740993", readBigInt), 9007199254740993n);
});
