import { hooks } from "./hooks/registration.js";
import { ClientCore, type ClientDescription, type ClientModules, type ClientOptions } from "./lib/client.js";
import { substituteVariables } from "./lib/servers.js";

/** The options of {@link FilesCore} and `Files`. */
export interface SDKOptions extends ClientOptions {
  /** The variable `region` of the server's URL: Where files are stored. */
  readonly region?: "eu" | "us" | "asia" | undefined;
  /** The variable `version` of the server's URL. */
  readonly version?: string | undefined;
  /** The variable `stage` of the server's URL. */
  readonly stage?: "live" | "test" | undefined;
}

const description: ClientDescription = {
  package: "files",
  version: "1.0.0",
  variablePrefix: "FILES",
  servers: [
    {
      url: "https://{region}.api.example.com/{version}",
      variables: [
        { name: "region", default: "eu", values: ["eu", "us"] },
        { name: "version", default: "v1" },
      ],
      substitute: substituteVariables,
    },
  ],
};

/** The client that the standalone functions take. It holds no method, so that bundlers drop what is not called. */
export class FilesCore extends ClientCore<SDKOptions> {
  constructor(options: SDKOptions = {}, modules?: ClientModules) {
    super(description, options, { credentials: undefined, hooks, ...modules });
  }
}
