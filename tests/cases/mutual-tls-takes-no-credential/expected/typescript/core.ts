import { hooks } from "./hooks/registration.js";
import { ClientCore, type ClientDescription, type ClientModules, type ClientOptions } from "./lib/client.js";
import { type Credential, type CredentialsByName, apiKey, bearer } from "./lib/security.js";
import type { Security } from "./models/components/security.js";

/** The options of {@link VaultCore} and `Vault`. */
export interface SDKOptions extends ClientOptions {
  /** The credential, or a function that returns it; `VAULT_KEY` where it is not given. */
  readonly key?: Credential | undefined;
  /** The credentials of the client, or functions that return them. */
  readonly security?: CredentialsByName<Security> | undefined;
}

const description: ClientDescription = {
  package: "vault",
  version: "1.0.0",
  variablePrefix: "VAULT",
  servers: [{ url: "https://vault.example" }],
  schemes: { key: apiKey("key", "header", "X-Key", "VAULT_KEY"), code: bearer("code", "VAULT_CODE") },
};

/** The client that the standalone functions take. It holds no method, so that bundlers drop what is not called. */
export class VaultCore extends ClientCore<SDKOptions> {
  constructor(options: SDKOptions = {}, modules?: ClientModules) {
    super(description, options, { credentials: { key: options.key, ...options.security }, hooks, ...modules });
  }
}
