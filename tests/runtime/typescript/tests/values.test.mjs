import assert from "node:assert/strict";
import { test } from "node:test";

import { components, errors } from "../dist/index.js";
import { parseLossless, readBigInt, stringifyLossless, writeBigInt } from "../dist/lib/bigint.js";
import { readBytes, writeBytes } from "../dist/lib/bytes.js";
import { checkBounds, checkIntegerIn, checkItems, checkMultiple, checkSize, checkStringIn, isMultiple, mapArrayIn } from "../dist/lib/constraints.js";
import { exactText, readDate, writeDate } from "../dist/lib/dates.js";
import { isDate, isEmail, isHostname, isIPv4, isIPv6, isURI, isUUID } from "../dist/lib/formats.js";
import { checkSchema } from "../dist/lib/json-schema.js";
import { mapUnion, unknownMember } from "../dist/lib/unions.js";
import * as validation from "../dist/lib/validation.js";
import { wirePhoto } from "./answering.mjs";

const { checkConstant, checkInteger, checkString, Context, isObject, keepUndeclared, mapArray, mapRecord, mapTuple } =
  validation;
const issuesOf = (convert, strict = true) => {
  const context = new Context(strict);
  convert(context);
  return context.issues.map(({ path, message }) => `${path.join("/")} ${message}`);
};

test("a companion parses and writes, and undeclared properties come back", () => {
  const wire = {
    ...wirePhoto,
    caption: "Sea",
    tags: ["a"],
    size_bytes: 5,
    location: { latitude: 1, longitude: 2, height: 3 },
    new_thing: { a_b: 1 },
  };
  const photo = components.Photo.parse(wire);
  assert.equal(photo.takenAt.getTime(), Date.UTC(2024, 4, 6, 7, 8, 9));
  assert.deepEqual(photo.new_thing, { a_b: 1 });
  assert.deepEqual(components.Photo.serialize(photo), wire);
  assert.deepEqual(components.Photo.parseText(JSON.stringify(wire)), photo);
});

test("a companion says where a value does not fit", () => {
  const page = { photos: [wirePhoto, { ...wirePhoto, location: { latitude: 1000 }, caption: 5 }, "x"], next_cursor: 1 };
  const failure = (() => {
    try {
      components.PhotoPage.parse(page);
    } catch (error) {
      return error;
    }
  })();
  assert.ok(errors.ResponseValidationError.is(failure));
  assert.deepEqual(failure.pretty().split("\n"), [
    "photos[1].location.latitude should be at most 180",
    "photos[1].location.longitude is required",
    "photos[1].caption should be a string",
    "photos[2] should be an object",
    "next_cursor should be a string",
  ]);
  assert.throws(() => components.Photo.parseText("{"), errors.ResponseValidationError);
  assert.equal(components.PhotoPage.parse(page, "lenient").photos[2], "x");
});

test("null for an optional property passes, and names of objects are only names", () => {
  assert.deepEqual(Object.keys(components.Photo.parse({ ...wirePhoto, caption: null })), [
    "photoId",
    "takenAt",
    "format",
    "location",
  ]);
  const evil = JSON.parse('{"file_name": "a", "__proto__": {"polluted": 1}, "constructor": 2}');
  const read = components.PhotoUpdate.parse(evil);
  assert.equal(Object.getPrototypeOf(read), Object.prototype);
  assert.deepEqual(
    JSON.stringify(components.PhotoUpdate.serialize(read)),
    '{"file_name":"a","__proto__":{"polluted":1},"constructor":2}',
  );
});

test("a property under the name that another has in the program does not overwrite it", () => {
  assert.equal(components.PhotoUpdate.parse({ file_name: "a", fileName: "b" }).fileName, "a");
});

test("dates", () => {
  const context = new Context(true);
  for (const text of ["2024-05-06T07:08:09.123456789Z", "2024-05-06T07:08:09.1234Z"]) {
    assert.equal(writeDate(readDate(text, context), context), text);
  }
  assert.equal(writeDate(readDate("2024-05-06T09:08:09+02:00", context), context), "2024-05-06T07:08:09.000Z");
  const withoutZone = readDate("2024-05-06T07:08:09", context);
  assert.equal(withoutZone.getTime(), Date.UTC(2024, 4, 6, 7, 8, 9));
  assert.equal(writeDate(withoutZone, context), "2024-05-06T07:08:09");
  const changed = readDate("2024-05-06T07:08:09.123456789Z", context);
  assert.equal(exactText(changed), "2024-05-06T07:08:09.123456789Z");
  assert.equal(exactText(new Date(0)), "1970-01-01T00:00:00.000Z");
  changed.setUTCDate(7);
  assert.equal(writeDate(changed, context), "2024-05-07T07:08:09.123Z");
  assert.deepEqual(context.issues, []);
  for (const wrong of ["1", "2024", "today", "2024-13-40T00:00:00Z", 5, null]) {
    assert.equal(issuesOf((context) => assert.equal(readDate(wrong, context, "at"), wrong)).length, 1, String(wrong));
  }
  assert.equal(issuesOf((context) => writeDate(new Date(Number.NaN), context, "at")).length, 1);
});

test("bytes", () => {
  const context = new Context(true);
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
  assert.deepEqual(readBytes(writeBytes(bytes, context), context), bytes);
  assert.deepEqual([...readBytes("-_8=", context), ...readBytes("AA", context)], [251, 255, 0]);
  assert.equal(issuesOf((context) => readBytes("a b", context, "x")).length, 1);
});

test("big integers keep their digits", () => {
  const text =
    '{"a":9223372036854775807,"b":"9223372036854775807 \\" 1234567890123456789","c":1.5e3,"d":-9223372036854775808,"e":12345678901234567890.5}';
  const value = parseLossless(text);
  assert.deepEqual([value.a, value.d, value.c], [9223372036854775807n, -9223372036854775808n, 1500]);
  assert.equal(value.b, '9223372036854775807 " 1234567890123456789');
  assert.equal(
    stringifyLossless({ a: value.a, b: [value.d, "1"] }),
    '{"a":9223372036854775807,"b":[-9223372036854775808,"1"]}',
  );
  assert.throws(() => parseLossless('{"a": 12345678901234567890'), SyntaxError);
  assert.equal(readBigInt(5, new Context(true)), 5n);
  assert.equal(writeBigInt(5n, new Context(true)), 5);
  assert.equal(writeBigInt(2n ** 63n, new Context(true)), 2n ** 63n);
  assert.equal(issuesOf((context) => writeBigInt(1.5, context, "n"))[0], "n should be an integer");
  assert.equal(
    issuesOf((context) => checkBounds(2n ** 63n, context, "n", { maximum: 10 }))[0],
    "n should be at most 10",
  );
  assert.equal(issuesOf((context) => checkMultiple(2n ** 63n, context, "n", 2)).length, 0);
  assert.equal(issuesOf((context) => checkMultiple(2n ** 63n + 1n, context, "n", 2)).length, 1);
  assert.equal(
    issuesOf((context) => checkInteger(2 ** 53, context, "n"))[0],
    "n is beyond the integers that a number holds exactly",
  );
});

test("constraints, in strict contexts only", () => {
  const rules = { minLength: 2, maxLength: 3, pattern: /^[a-z🐕]+$/u, format: () => true };
  assert.deepEqual(
    issuesOf((context) => checkStringIn("🐕🐕🐕", context, "s", rules)),
    [],
  );
  assert.equal(issuesOf((context) => checkStringIn("🐕", context, "s", rules)).length, 1);
  assert.equal(issuesOf((context) => checkStringIn("abcD", context, "s", rules)).length, 2);
  assert.equal(issuesOf((context) => checkStringIn("abcD", context, "s", rules), false).length, 0);
  const bounds = { minimum: 1, exclusiveMaximum: 5 };
  assert.equal(
    issuesOf((context) => checkMultiple(checkIntegerIn(5, context, "n", bounds), context, "n", 2)).length,
    2,
  );
  const items = { minItems: 1, maxItems: 2, uniqueItems: true };
  assert.equal(
    issuesOf((context) =>
      mapArrayIn(
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
        context,
        "a",
        (item) => item,
        items,
      ),
    ).length,
    1,
  );
  assert.equal(issuesOf((context) => mapArrayIn([], context, "a", (item) => item, items)).length, 1);
});

test("multiples are those of the decimals", () => {
  for (const [value, factor] of [
    [0.3, 0.1],
    [1e22, 1],
    [4.35, 0.01],
    [1e300, 0.5],
    [0, 7],
    [-6, 3],
    [1e-7, 1e-8],
  ]) {
    assert.ok(isMultiple(value, factor), `${value} / ${factor}`);
  }
  for (const [value, factor] of [
    [0.35, 0.1],
    [7, 2],
    [1.5, 1],
    [Infinity, 1],
    [1e-9, 1e-8],
  ])
    assert.ok(!isMultiple(value, factor));
});

test("formats", () => {
  assert.ok(isEmail("a@b") && !isEmail("a b@c"));
  assert.ok(isHostname("a-b.example") && !isHostname("-a.b") && !isHostname("a".repeat(64)));
  assert.ok(isIPv4("127.0.0.1") && !isIPv4("127.0.0.256") && !isIPv4("1.2.3") && !isIPv4("1.2.3.4."));
  for (const address of ["::", "::1", "1:2:3:4:5:6:7:8", "fe80::1:2", "::ffff:1.2.3.4", "1::8"])
    assert.ok(isIPv6(address), address);
  for (const text of ["", ":", ":::", "1:2", "1::2::3", "12345::", "1:2:3:4:5:6:7:8:9", "::1.2.3"])
    assert.ok(!isIPv6(text), text);
  assert.ok(isURI("mailto:a") && !isURI("/a"));
  assert.ok(isUUID("123e4567-e89b-12d3-a456-426614174000") && !isUUID("123e4567"));
  assert.ok(isDate("2024-02-29") && !isDate("2023-02-29") && !isDate("2024-2-9"));
});

test("containers", () => {
  const context = new Context(true);
  assert.deepEqual(mapRecord({ a: "1", __proto__: null }, context, "r", checkString), { a: "1" });
  assert.deepEqual(mapTuple(["a", 1, true], context, "t", [checkString, checkInteger]), ["a", 1, true]);
  assert.deepEqual(context.issues, []);
  assert.deepEqual(
    issuesOf((inner) => mapTuple(["a", 1, 2], inner, "t", [checkString, checkInteger], "closed")),
    ["t should have at most 2 items"],
  );
  assert.deepEqual(
    issuesOf((inner) => mapArray([1, "a"], inner, "a", checkString)),
    ["a/0 should be a string"],
  );
});

test("unions choose the member that fits best", () => {
  const member = (names, required, tag) => (value, context, key) => {
    if (!isObject(value)) return context.mismatch(value, key, "an object");
    context.enter(key);
    for (const name of required) checkString(value[name], context, name);
    if (tag) checkConstant(value.type, context, "type", tag);
    context.leave();
    return keepUndeclared(value, { is: names.join() }, new Set([...names, "type"]), context);
  };
  const small = member(["a"], ["a"]);
  const large = member(["a", "b"], ["a"]);
  const chosen = (value, members, open) => mapUnion(value, new Context(true), "u", members, open);
  assert.equal(chosen({ a: "x" }, [small, large]).is, "a");
  assert.equal(chosen({ a: "x", b: "y" }, [small, large]).is, "a,b");
  const tagged = [member(["a"], ["a"], "one"), member(["a"], ["a"], "two")];
  assert.equal(chosen({ type: "two", a: 1 }, tagged, true).is, "a");
  assert.deepEqual(chosen({ type: "three", a: "1" }, tagged, true), { type: "three", a: "1" });
  assert.deepEqual(
    issuesOf((context) => mapUnion({ type: "three", a: "x" }, context, "u", tagged)),
    ['u fits none of its types: type should be "one", or type should be "two"'],
  );
  assert.deepEqual(
    issuesOf((context) => mapUnion(true, context, "u", [checkString, checkInteger, checkString])),
    ["u fits none of its types: should be a string, or should be an integer"],
  );
  const many = Array.from({ length: 9 }, (_, index) => member(["a"], ["a"], `${index}`));
  assert.match(issuesOf((context) => mapUnion({ a: "x", type: "?" }, context, "u", many))[0], /"3", or 5 more$/);
  assert.deepEqual(
    issuesOf((context) => mapUnion(undefined, context, "u", [checkString, checkInteger])),
    ["u is required"],
  );
  assert.deepEqual(
    issuesOf((context) => mapUnion({ b: "y", a: 1 }, context, "u", [large])),
    ["u/a should be a string"],
  );
  assert.equal(chosen(5, [checkString, checkInteger]), 5);
});

test("messages count, and name formats and tags", () => {
  const of = (check) => issuesOf((context) => check(context));
  assert.deepEqual(of((context) => checkSize({}, context, "o", { minProperties: 1 })), ["o should have at least 1 property"]);
  assert.deepEqual(of((context) => checkItems([], context, "a", { minItems: 1, maxItems: 1 })), ["a should have 1 item"]);
  assert.deepEqual(of((context) => checkItems([], context, "a", { minItems: 1, maxItems: 2 })), ["a should have 1 to 2 items"]);
  assert.deepEqual(of((context) => checkStringIn("ab", context, "s", { maxLength: 1 })), ["s should have at most 1 character"]);
  const uuid = { format: "uuid", hasFormat: isUUID };
  assert.deepEqual(of((context) => checkStringIn("x", context, "s", uuid)), ["s should have the format uuid"]);
  assert.deepEqual(of((context) => unknownMember({ kind: "x" }, context, "u", "kind")), ['u/kind should name a type of the union; "x" is none']);
  assert.deepEqual(of((context) => unknownMember({}, context, "u", "kind")), ["u/kind is required"]);
  assert.deepEqual(of((context) => unknownMember(5, context, "u", "kind")), ["u should be an object"]);
});

test("what only a schema says", () => {
  const problems = (schema, value, definitions) =>
    issuesOf((context) => checkSchema(value, context, "v", schema, definitions)).length;
  const cases = [
    [{ not: { type: "string" } }, 1, "a"],
    [
      {
        if: { properties: { a: { const: 1 } }, required: ["a"] },
        then: { required: ["b"] },
        else: { required: ["c"] },
      },
      { a: 1, b: 1 },
      { a: 1 },
    ],
    [{ contains: { type: "integer" }, minContains: 2 }, [1, 2], [1, "a"]],
    [{ dependentRequired: { a: ["b"] } }, { a: 1, b: 2 }, { a: 1 }],
    [{ dependentSchemas: { a: { minProperties: 2 } } }, { b: 1 }, { a: 1 }],
    [{ patternProperties: { "^x": { type: "string" } }, additionalProperties: false }, { xa: "b" }, { y: 1 }],
    [{ propertyNames: { maxLength: 2 } }, { ab: 1 }, { abc: 1 }],
    [{ oneOf: [{ multipleOf: 2 }, { multipleOf: 3 }] }, 4, 6],
    [
      {
        anyOf: [{ properties: { a: true }, required: ["a"] }, { properties: { b: true } }],
        unevaluatedProperties: false,
      },
      { b: 1 },
      { c: 1 },
    ],
    [{ prefixItems: [true], unevaluatedItems: false }, [1], [1, 2]],
    [{ $ref: "Node" }, { next: { next: {} } }, { next: { next: 1 } }],
  ];
  const definitions = { Node: { type: "object", properties: { next: { $ref: "Node" } } } };
  for (const [schema, right, wrong] of cases) {
    assert.equal(problems(schema, right, definitions), 0, JSON.stringify(schema));
    assert.equal(problems(schema, wrong, definitions), 1, JSON.stringify(schema));
  }
});
