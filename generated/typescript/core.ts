import { hooks } from "./hooks/registration.js";
import { ClientCore, type ClientDescription, type ClientModules, type ClientOptions } from "./lib/client.js";
import { type Credential, type CredentialsByName, bearer } from "./lib/security.js";
import type { Security } from "./models/components/security.js";

/** The options of {@link OrqImageAPICore} and `OrqImageAPI`. */
export interface SDKOptions extends ClientOptions {
  /** The credential, or a function that returns it; `ORQIMAGEAPI_API_KEY` where it is not given. */
  readonly apiKey?: Credential | undefined;
  /** The credentials of the client, or functions that return them. */
  readonly security?: CredentialsByName<Security> | undefined;
}

const description: ClientDescription = {
  package: "@orq-ai/node",
  version: "2.0.0",
  variablePrefix: "ORQIMAGEAPI",
  servers: [{ url: "https://my.orq.ai" }],
  schemes: { ApiKey: bearer("apiKey", "ORQIMAGEAPI_API_KEY") },
};

/** The client that the standalone functions take. It holds no method, so that bundlers drop what is not called. */
export class OrqImageAPICore extends ClientCore<SDKOptions> {
  constructor(options: SDKOptions = {}, modules?: ClientModules) {
    super(description, options, { credentials: { apiKey: options.apiKey, ...options.security }, hooks, ...modules });
  }
}
