import { hooks } from "./hooks/registration.js";
import { ClientCore, type ClientDescription, type ClientModules, type ClientOptions } from "./lib/client.js";

/** The options of {@link PetsCore} and `Pets`. */
export interface SDKOptions extends ClientOptions {
}

const description: ClientDescription = { package: "@acme/pets", version: "1.0.0", variablePrefix: "PETS", servers: [] };

/** The client that the standalone functions take. It holds no method, so that bundlers drop what is not called. */
export class PetsCore extends ClientCore<SDKOptions> {
  constructor(options: SDKOptions = {}, modules?: ClientModules) {
    super(description, options, { credentials: undefined, hooks, ...modules });
  }
}
