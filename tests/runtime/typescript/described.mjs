/** Operations of an OpenAPI description as the constants that generated code has, with arguments by their names on the wire. */

import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Imports a module of the runtime that was built in `folder`. */
export const runtimeOf = async (folder) => {
  const names = [
    "answers",
    "body-choice",
    "call",
    "client",
    "dates",
    "deprecation",
    "digest",
    "errors",
    "event-stream",
    "form-body",
  ];
  names.push(
    "json-body",
    "json-lines",
    "json-lines-body",
    "json-sequence",
    "multipart-body",
    "oauth2",
    "paging",
    "raw-body",
    "security",
    "servers",
    "styles",
    "validation",
    "debug-log",
  );
  const modules = await Promise.all(names.map((name) => import(pathToFileURL(join(folder, "dist/lib", `${name}.js`)))));
  const places = await import(pathToFileURL(join(folder, "dist/lib/parameters.js")));
  return Object.assign({ places }, ...modules);
};

const isJSON = (type) => /[/+]json\b/.test(type);

export class Description {
  constructor(document, runtime) {
    this.document = document;
    this.runtime = runtime;
    this.errors = new Map();
  }

  resolve(node) {
    return node?.$ref === undefined
      ? node
      : node.$ref
          .split("/")
          .slice(1)
          .reduce((found, key) => found[key], this.document);
  }

  /** Returns the path, method and description of an operation. */
  find(id) {
    for (const [path, item] of Object.entries(this.document.paths)) {
      const methods = { ...item, ...item.additionalOperations };
      for (const [method, operation] of Object.entries(methods)) {
        if (operation.operationId === id) return { path, method, operation, item };
      }
    }
    throw new Error(`no operation ${id}`);
  }

  operation(id) {
    const { path, method, operation, item } = this.find(id);
    const requirements = operation.security ?? this.document.security ?? [];
    const scopes = requirements.flatMap((requirement) => Object.values(requirement).flat());
    const retries =
      operation["x-speakeasy-retries"] ?? item["x-speakeasy-retries"] ?? this.document["x-speakeasy-retries"];
    const described = {
      id,
      method: method.toUpperCase(),
      path,
      parameters: this.parameters(operation.parameters ?? []),
      accept: this.accept(operation),
      body: this.body(this.resolve(operation.requestBody)),
      security: requirements.map((requirement) => Object.keys(requirement).filter((name) => name !== "certificate")),
      scopes,
      answers: this.answers(operation),
    };
    if (item.servers) described.servers = serversOf(item, this.runtime);
    if (item.servers) described.serverURL = this.runtime.operationServerURL;
    if (retries) described.retries = retries;
    if (retries?.statusCodes) described.retryCodes = retries.statusCodes;
    if (operation["x-speakeasy-timeout"]) described.timeoutMs = operation["x-speakeasy-timeout"];
    const key = operation["x-typewright-idempotency-key"];
    const own = described.parameters.find(({ name }) => name === "Idempotency-Key");
    if (key || own) described.idempotencyKey = key ?? own.name;
    const { header, randomKey } = this.runtime.places;
    if (own) own.global ??= randomKey;
    else if (key) described.parameters.push({ name: key, in: header, global: randomKey });
    if (operation.deprecated) {
      const { "x-speakeasy-deprecation-message": message, "x-speakeasy-deprecation-replacement": other } = operation;
      described.deprecated = this.runtime.deprecated(`${message} Use ${other} instead.`);
    }
    return described;
  }

  parameters(list) {
    const globals = this.document["x-speakeasy-globals"]?.parameters ?? [];
    const described = [];
    for (const parameter of list.map((entry) => this.resolve(entry))) {
      const { name, in: place, explode, allowReserved, required } = parameter;
      const entry = { name, in: this.runtime.places[place], property: `${place}.${name}` };
      if (explode !== undefined) entry.explode = explode;
      if (allowReserved) entry.encode = this.runtime.places[place === "path" ? "escapeUnreserved" : "escapeForQuery"];
      if (required || place === "path") entry.required = true;
      if (parameter.deprecated) entry.deprecated = this.runtime.deprecated("It is gone.");
      const content = Object.keys(parameter.content ?? {})[0];
      const { styles = this.runtime } = this;
      if (content && isJSON(content))
        entry.style = { header: styles.contentHeader, query: styles.contentPair, cookie: styles.contentPair }[place] ?? styles.content;
      else if (parameter.style && !["simple", "form"].includes(parameter.style))
        entry.style = parameter.style === "cookie" ? styles.cookieForm : styles[parameter.style];
      else if (["path", "header"].includes(place)) entry.style = styles.simple;
      else if (explode === false) entry.style = styles.formList;
      if (globals.some((known) => known.name === name && known.in === place)) entry.global = this.runtime.globalValue;
      entry.write = this.write(parameter.schema ?? {});
      described.push(entry);
    }
    return described;
  }

  body(body) {
    const bodies = this.bodies(body);
    return bodies.length > 1 ? { type: bodies[0].type, encode: this.runtime.bodyChoice, bodies } : bodies[0];
  }

  bodies(body) {
    const types = Object.entries(body?.content ?? {}).sort(
      ([one], [other]) => Number(isJSON(other)) - Number(isJSON(one)),
    );
    return types.map(([type, { schema, itemSchema, encoding = {}, prefixEncoding = [], itemEncoding = {} }]) => {
      const common = { type, property: "body", required: body.required === true, ...this.deprecatedMembers(schema) };
      if (isJSON(type)) return { ...common, encode: this.runtime.jsonBody, write: this.write(schema) };
      if (/^multipart\/(?!form-data)/.test(type)) {
        const positions = prefixEncoding.map((one, index) => this.part("", schema.prefixItems[index], one));
        const item = this.part("", itemSchema ?? schema.items, itemEncoding);
        return { ...common, encode: this.runtime.multipartBody, prefix: positions, item };
      }
      if (itemSchema) {
        const write = this.write({ type: "array", items: itemSchema });
        return { ...common, encode: this.runtime.jsonLinesBody, write };
      }
      if (!/form/.test(type)) return { ...common, encode: this.runtime.rawBody };
      const encode = type.startsWith("multipart") ? this.runtime.multipartBody : this.runtime.formBody;
      const fields = Object.entries(this.resolve(schema).properties ?? {}).map(([name, property]) => {
        return this.part(name, property, encoding[name]);
      });
      return { ...common, encode, fields };
    });
  }

  /** Returns the entry that warns of a body's deprecated members. */
  deprecatedMembers(schema) {
    const { properties = {} } = this.resolve(schema) ?? {};
    const found = Object.entries(properties).filter(([, { deprecated }]) => deprecated);
    if (found.length === 0) return {};
    const advice = found.map(([name, { "x-speakeasy-deprecation-message": message }]) => [name, message]);
    return { deprecated: this.runtime.deprecatedMembers(Object.fromEntries(advice)) };
  }

  /** Returns a field of a form or a part of a multipart body. */
  part(name, schema, { contentType, explode, style, headers = {} } = {}) {
    const field = { name, write: this.write(schema) };
    if (contentType) field.contentType = contentType;
    if (explode === false && (style ?? "form") === "form") field.style = this.runtime.formList;
    else if (explode !== undefined) field.explode = explode;
    if (style && style !== "form") field.style = this.runtime[style];
    const defaults = Object.entries(headers).map(
      ([
        header,
        {
          schema: { default: value },
        },
      ]) => [header, value],
    );
    if (defaults.length > 0) field.headers = Object.fromEntries(defaults);
    return field;
  }

  accept(operation) {
    const answers = this.answers(operation).filter(({ type, error }) => type !== undefined && !error);
    const types = [...new Set(answers.map(({ type }) => type))];
    if (types.length === 0) return undefined;
    return types.map((type, index) => (index === 0 ? type : `${type};q=${(10 - index) / 10}`)).join(", ");
  }

  answers(operation) {
    const listed = operation["x-speakeasy-errors"]?.statusCodes;
    const statuses = Object.keys(operation.responses);
    const isError = (status) =>
      listed
        ? listed.includes(status) || listed.includes(`${status[0]}XX`)
        : /^[45]/.test(status) || (status === "default" && statuses.length > 1);
    return Object.entries(operation.responses).flatMap(([status, entry]) => {
      const response = this.resolve(entry);
      const common = { status: /^\d+$/.test(status) ? Number(status) : status };
      if (response.headers && !operation["x-speakeasy-pagination"]) common.wrap = this.runtime.withHeaders;
      const contents = Object.entries(response.content ?? {});
      if (contents.length === 0) return isError(status) ? [] : [{ ...common, decode: this.runtime.noContent }];
      return contents.map(([type, content]) => this.answer({ ...common, type }, content, isError(status)));
    });
  }

  answer(answer, { schema, itemSchema, "x-speakeasy-sse-sentinel": sentinel }, isError) {
    const { json, text, stream, eventStream, jsonLines, jsonSequence } = this.runtime;
    const read = this.read(itemSchema ?? schema);
    if (isError) return { ...answer, read, error: this.errorClass(schema) };
    if (answer.type === "text/event-stream") {
      const event = this.resolve(itemSchema ?? schema);
      const data = event.properties?.data ?? {};
      const isText = data.type === "string" && !data.contentSchema;
      const isData = event.properties !== undefined && event.properties.data === undefined;
      return {
        ...answer,
        decode: eventStream,
        read,
        isData,
        ...(sentinel && { sentinel }),
        ...(isText && { text: true }),
      };
    }
    if (/jsonl|ndjson/.test(answer.type)) return { ...answer, decode: jsonLines, read };
    if (answer.type === "application/json-seq") return { ...answer, decode: jsonSequence, read };
    if (isJSON(answer.type)) return { ...answer, decode: json, read };
    return { ...answer, decode: this.resolve(schema).format === "binary" ? stream : text };
  }

  errorClass(schema) {
    const name = schema.$ref.split("/").at(-1);
    if (!this.errors.has(name)) {
      const made = class extends this.runtime.ResponseError {};
      Object.defineProperty(made, "name", { value: name });
      this.errors.set(name, made);
    }
    return this.errors.get(name);
  }

  /** Returns what generated read functions do; only types are checked, and moments become dates. */
  read(schema) {
    return (value, context, key) => this.convert(schema, value, context, key, this.runtime.readDate);
  }

  write(schema) {
    return (value, context, key) => this.convert(schema, value, context, key, this.runtime.writeDate);
  }

  convert(written, value, context, key, date) {
    const { runtime } = this;
    const schema = this.resolve(written) ?? {};
    if (schema.oneOf) return this.convertUnion(schema, value, context, key, date);
    if (value === null && (schema.type === "null" || [schema.type].flat().includes("null"))) return value;
    const type = schema.contentSchema ? undefined : [schema.type].flat()[0];
    if (schema.format === "date-time") return date(value, context, key);
    if (schema.format === "binary" || schema.contentMediaType)
      return schema.contentSchema ? this.convert(schema.contentSchema, value, context, key, date) : value;
    if (type === "string") return runtime.checkString(value, context, key);
    if (type === "integer") return runtime.checkInteger(value, context, key);
    if (type === "number") return runtime.checkNumber(value, context, key);
    if (type === "boolean") return runtime.checkBoolean(value, context, key);
    const item = (inner) => (member, within, name) => this.convert(inner, member, within, name, date);
    if (type === "array" && schema.items) return runtime.mapArray(value, context, key, item(schema.items));
    if (type !== "object") return value;
    if (!runtime.isObject(value)) return context.mismatch(value, key, "an object");
    context.enter(key);
    const { properties = {}, required = [] } = schema;
    const result = {};
    for (const [name, property] of Object.entries(properties)) {
      if (value[name] === undefined && !required.includes(name)) continue;
      result[name] = this.convert(property, value[name], context, name, date);
    }
    context.leave();
    return runtime.keepUndeclared(value, result, new Set(Object.keys(properties)), context);
  }

  convertUnion({ oneOf, discriminator }, value, context, key, date) {
    if (value === null && oneOf.some(({ type }) => type === "null")) return value;
    const members = oneOf.filter(({ type }) => type !== "null");
    const target = discriminator ? discriminator.mapping[value?.[discriminator.propertyName]] : members[0].$ref;
    return target === undefined ? value : this.convert({ $ref: target }, value, context, key, date);
  }

  /** Returns the client of a case, without any `fetch` of its own. */
  client(
    {
      security = {},
      globals = {},
      server,
      variables = {},
      server_url: url,
      retries,
      timeout_ms: timeoutMs,
      validation,
    },
    values,
  ) {
    const { ClientCore } = this.runtime;
    const options = { ...variables };
    for (const { name, in: place } of this.document["x-speakeasy-globals"]?.parameters ?? []) {
      if (globals[name] !== undefined) options[`${place}.${name}`] = globals[name];
    }
    if (typeof server === "number") options.serverIdx = server;
    if (typeof server === "string") options.server = server;
    if (url) options.serverURL = url;
    if (retries) options.retryConfig = retryConfig(retries);
    if (timeoutMs) options.timeoutMs = timeoutMs;
    if (validation) options.validation = { responses: validation };
    const description = {
      package: "served-api",
      version: "1.0.0",
      variablePrefix: "SERVED",
      servers: serversOf(this.document, this.runtime),
      schemes: this.schemes(),
    };
    return new ClientCore(description, options, { credentials: values(security) });
  }

  schemes() {
    const { apiKey, basic, bearer, authorization, digest, clientCredentials, resourceOwnerPassword } = this.runtime;
    const schemes = {};
    for (const [name, scheme] of Object.entries(this.document.components.securitySchemes)) {
      const variable = `SERVED_${name.toUpperCase()}`;
      if (scheme.type === "apiKey") schemes[name] = apiKey(name, scheme.in, scheme.name, variable);
      else if (scheme.scheme === "basic") schemes[name] = basic(name);
      else if (scheme.scheme === "digest") schemes[name] = digest(name);
      else if (scheme.flows?.clientCredentials)
        schemes[name] = clientCredentials(name, scheme.flows.clientCredentials.tokenUrl);
      else if (scheme.flows?.password) {
        const { tokenUrl, refreshUrl } = scheme.flows.password;
        schemes[name] = resourceOwnerPassword(name, tokenUrl, undefined, refreshUrl);
      }
      else if (scheme.type === "http" && scheme.scheme !== "bearer")
        schemes[name] = authorization(name, scheme.scheme, variable);
      else schemes[name] = bearer(name, variable);
    }
    return schemes;
  }

  /** Returns how the pages of an operation follow each other; undefined where it has none. */
  paging(id) {
    const { operation } = this.find(id);
    const paging = operation["x-speakeasy-pagination"];
    if (paging === undefined) return undefined;
    const { byCursor, byOffset, byPage, byURL } = this.runtime;
    const { inputs = [], outputs } = paging;
    const input = (type) => inputs.find((entry) => entry.type === type);
    const key = (entry) => (entry.in === "requestBody" ? undefined : `query.${entry.name}`);
    const set = (entry) => (request, value) =>
      entry.in === "requestBody"
        ? { ...request, body: { ...request.body, [entry.name]: value } }
        : { ...request, [key(entry)]: value };
    const items = (page) => page.items;
    if (paging.type === "url") return byURL({ items, url: (page) => page.next });
    if (paging.type === "cursor") {
      const cursor = outputs.nextCursor.includes("[-1]") ? (page) => page.items?.at(-1)?.id : (page) => page.next;
      return byCursor({ items, cursor, advance: set(input("cursor")) });
    }
    const limit = (request) => input("limit") && request[key(input("limit"))];
    if (input("page")) {
      return byPage({
        ...(outputs.results && { items }),
        limit,
        page: (request) => request[key(input("page"))],
        advance: set(input("page")),
        pageCount: (page) => page.pages,
      });
    }
    return byOffset({
      items,
      limit,
      offset: (request) => request[key(input("offset"))],
      advance: set(input("offset")),
    });
  }
}

/** Returns a retry configuration as a client takes it. */
export const retryConfig = (retries) =>
  retries === "none" ? { strategy: "none" } : { strategy: "backoff", backoff: retries };

/** Returns the servers of a description or of a path, as generated code has them. */
function serversOf({ servers }, { substituteVariables }) {
  return servers.map(({ url, variables = {}, "x-speakeasy-server-id": id }) => ({
    url,
    ...(id && { id }),
    variables: Object.entries(variables).map(([name, { default: value }]) => ({ name, default: value })),
    substitute: substituteVariables,
  }));
}
