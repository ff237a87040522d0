/** Prints what came of the calls to the server that is named: `main.mjs URL`. */

import { calls } from "./calls.mjs";

console.log(JSON.stringify(await calls(process.argv[2])));
