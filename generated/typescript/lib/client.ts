// Typewright's runtime, copied as it is; its digest is d0caff2a5b6ce679.
/** A client: its options, and the generated description of the API. */

import type { ValidationMode } from "./companion.js";
import { isBrowser, isSwitchedOn, readVariable, runtimeName } from "./environment.js";
import type { Hooks } from "./hooks.js";
import type { HTTPClient } from "./http.js";
import type { OutgoingRequest } from "./outgoing.js";
import type { RetryConfig } from "./retries.js";
import type { SecurityScheme, SecurityValues } from "./security.js";
import type { Server, ServerChoice, serverURL } from "./servers.js";
import { Context, type Convert } from "./validation.js";
import type { Response, URL } from "./web.js";

/** Receives the log messages of a client; `console` is one. */
export interface Logger {
  log(message: string, ...details: unknown[]): void;
  group?(label: string): void;
  groupEnd?(): void;
}

/** How strictly values are validated against their schemas. */
export interface ValidationModes {
  /** Requests; strict by default: an invalid one is not sent, and the call fails. */
  readonly requests?: ValidationMode;
  /** Answers; lenient by default: invalid values are returned as they are, and logged. */
  readonly responses?: ValidationMode;
}

/** The options of every client. */
export interface ClientOptions extends ServerChoice {
  /** The transport that sends the requests. */
  readonly httpClient?: HTTPClient | undefined;
  /** The server to send requests to, instead of those of the API's description. */
  readonly serverURL?: string | URL | undefined;
  /** The value of the header `User-Agent`. */
  readonly userAgent?: string | undefined;
  /** Hooks that are called for each attempt of each call. */
  readonly hooks?: Hooks | undefined;
  /** When failed requests are sent again. */
  readonly retryConfig?: RetryConfig | undefined;
  /** Milliseconds for one attempt. */
  readonly timeoutMs?: number | undefined;
  /** Logs each request and answer, without credentials. */
  readonly debugLogger?: Logger | undefined;
  /** Whether bodies are logged, too. */
  readonly debugBodies?: boolean | undefined;
  /** How strictly values are validated against their schemas. */
  readonly validation?: ValidationModes | undefined;
}

/** The generated description of an API. */
export interface ClientDescription {
  /** The name of the package. */
  readonly package: string;
  /** Its version. */
  readonly version: string;
  /** The prefix of the names of its environment variables. */
  readonly variablePrefix: string;
  readonly servers: readonly Server[];
  /** Chooses among these, where that takes more than their names. */
  readonly serverURL?: typeof serverURL;
  /** The schemes of security by their names in operations. */
  readonly schemes?: Readonly<Record<string, SecurityScheme>>;
  /**
   * The environment variables of parameters that are options of the client, by their names in requests; with the
   * option, where that is called otherwise.
   */
  readonly globals?: Readonly<Record<string, string | readonly [option: string, variable: string]>>;
}

/** Logs a request, and its answer, which `send` returns. */
export type DebugLog = (
  settings: ClientSettings,
  request: OutgoingRequest,
  send: () => Promise<Response>,
) => Promise<Response>;

/** The generated parts of a client, besides its options. */
export interface ClientModules {
  /** The values of the schemes of security, or a function that returns them. */
  readonly credentials?: SecurityValues | (() => SecurityValues | Promise<SecurityValues>) | undefined;
  /** The hooks of the package; those of the options come on top. */
  readonly hooks?: Hooks | undefined;
  readonly debugLog?: DebugLog | undefined;
}

/** The settings of a client that its calls use. */
export interface ClientSettings<Options extends ClientOptions = ClientOptions> {
  readonly options: Options;
  readonly description: ClientDescription;
  readonly modules: ClientModules;
  /** The hooks of the package, then those of the client's options. */
  readonly hooks: Hooks | undefined;
  readonly httpClient: Pick<HTTPClient, "request">;
  /** The server that the options or the environment name. */
  readonly serverURL: string | undefined;
  /** The logger of lenient validation and of debug messages. */
  readonly logger: Logger | undefined;
  /** Logs the requests; undefined if nobody asks for it. */
  readonly log: DebugLog | undefined;
  /** The value of `User-Agent`; undefined in a browser, which has its own. */
  readonly userAgent: string | undefined;
}

/** The part of a client that calls need. It has one member, so that the groups of an API can have any other name. */
export class ClientCore<Options extends ClientOptions = ClientOptions> {
  /** The settings that calls of this client use; internal to this package. */
  declare readonly _settings: ClientSettings<Options>;

  constructor(description: ClientDescription, options: Options, modules: ClientModules = {}) {
    const hooks = modules.hooks ? modules.hooks.followedBy(options.hooks) : options.hooks;
    const used = hooks?.sdkInit(options) ?? options;
    const { package: name, version, variablePrefix } = description;
    const logger = used.debugLogger ?? (isSwitchedOn(`${variablePrefix}_DEBUG`) ? console : undefined);
    const variable = `${variablePrefix}_SERVER_URL`;
    const isServerChosen = used.server !== undefined || used.serverIdx !== undefined;
    const settings: ClientSettings<Options> = {
      options: used,
      description,
      modules,
      hooks,
      // Not a member of the class, whose hooks a bundle of a small client does without.
      httpClient: used.httpClient ?? { request: (input, init) => fetch(input, init) },
      serverURL: (used.serverURL && String(used.serverURL)) || (isServerChosen ? undefined : readVariable(variable)),
      logger,
      log: logger && modules.debugLog,
      userAgent: isBrowser() ? undefined : (used.userAgent ?? `${name}/${version} (${runtimeName()})`),
    };
    // Not enumerable: a client that is logged shows no credentials.
    Object.defineProperty(this, "_settings", { value: settings });
  }
}

/**
 * Returns the value of a parameter that is an option of the client, or of its environment variable, whose text is read
 * as `write` takes it: as it is, as JSON (a number, true), as a date.
 */
export function globalValue(
  { options, description }: ClientSettings,
  property: string,
  write?: Convert<never, unknown>,
): unknown {
  const given = description.globals?.[property];
  const [option, variable] = typeof given === "object" ? given : [property, given];
  const value = (options as Record<string, unknown>)[option];
  if (value !== undefined && value !== "") return value;
  const text = readVariable(variable);
  if (text === undefined || !write) return text;
  return [text, parsed(text), new Date(text)].find((candidate) => {
    const context = new Context(false, false);
    write(candidate as never, context);
    return context.issues.length === 0;
  }) ?? text;
}

function parsed(text: string): unknown {
  try {
    return /^-?\d{16,}$/.test(text) ? BigInt(text) : JSON.parse(text);
  } catch {
    return text;
  }
}
