import { hooks } from "./hooks/registration.js";
import { ClientCore, type ClientDescription, type ClientModules, type ClientOptions } from "./lib/client.js";
import { serverURLBeside } from "./lib/servers.js";

/** The options of {@link DepotCore} and `Depot`. */
export interface SDKOptions extends ClientOptions {
}

const description: ClientDescription = {
  package: "depot",
  version: "1.0.0",
  variablePrefix: "DEPOT",
  servers: [{ url: "https://depot.test" }],
  serverURL: serverURLBeside(["eu", "us"]),
};

/** The client that the standalone functions take. It holds no method, so that bundlers drop what is not called. */
export class DepotCore extends ClientCore<SDKOptions> {
  constructor(options: SDKOptions = {}, modules?: ClientModules) {
    super(description, options, { credentials: undefined, hooks, ...modules });
  }
}
