import { hooks } from "./hooks/registration.js";
import { ClientCore, type ClientDescription, type ClientModules, type ClientOptions } from "./lib/client.js";
import { type Credential, type CredentialsByName, apiKey } from "./lib/security.js";
import type { Security } from "./models/components/security.js";

/** The options of {@link ÖddAPICore} and `ÖddAPI`. */
export interface SDKOptions extends ClientOptions {
  /** The credential, or a function that returns it; `ODDAPI_SCHLUSSEL` where it is not given. */
  readonly "schlüssel"?: Credential | undefined;
  /** The credentials of the client, or functions that return them. */
  readonly security?: CredentialsByName<Security> | undefined;
}

const description: ClientDescription = {
  package: "odd",
  version: "1.0.0-SNAPSHOT",
  variablePrefix: "ODDAPI",
  servers: [{ url: "https://api.example.com" }],
  schemes: { "schlüssel": apiKey("schlüssel", "header", "X-Key", "ODDAPI_SCHLUSSEL") },
};

/** The client that the standalone functions take. It holds no method, so that bundlers drop what is not called. */
export class ÖddAPICore extends ClientCore<SDKOptions> {
  constructor(options: SDKOptions = {}, modules?: ClientModules) {
    super(description, options, {
      credentials: { "schlüssel": options.schlüssel, ...options.security },
      hooks,
      ...modules,
    });
  }
}
