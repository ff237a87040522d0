import { hooks } from "./hooks/registration.js";
import { ClientCore, type ClientDescription, type ClientModules, type ClientOptions } from "./lib/client.js";
import { clientCredentials } from "./lib/oauth2.js";
import type { Credentials } from "./lib/security.js";
import type { Security } from "./models/components/security.js";

/** The options of {@link VaultCore} and `Vault`. */
export interface SDKOptions extends ClientOptions {
  /** The credentials of the client, or functions that return them. */
  readonly security?: Credentials<Security> | undefined;
}

const description: ClientDescription = {
  package: "vault",
  version: "1.0.0",
  variablePrefix: "VAULT",
  servers: [{ url: "https://vault.example" }],
  schemes: {
    machine: clientCredentials("machine", "/token", { clientID: "VAULT_CLIENT_ID", clientSecret: "VAULT_CLIENT_SECRET" }, { audience: "audience", maxAge: "max_age" }, "/renewal"),
  },
};

/** The client that the standalone functions take. It holds no method, so that bundlers drop what is not called. */
export class VaultCore extends ClientCore<SDKOptions> {
  constructor(options: SDKOptions = {}, modules?: ClientModules) {
    super(description, options, { credentials: options.security, hooks, ...modules });
  }
}
