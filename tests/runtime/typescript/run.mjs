/**
 * Builds the fixture with the runtime in `src/lib`, as the generator lays out a package, and runs the tests on it.
 *
 * Usage: node run.mjs build|test TSC FOLDER [TEST...]: TSC is the compiler's `bin/tsc`, FOLDER an empty folder.
 */

import { spawnSync } from "node:child_process";
import { cpSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const runtime = join(here, "../../../templates/typescript/runtime");
const [command, compiler, folder, ...tests] = process.argv.slice(2);

function run(...parts) {
  const { status } = spawnSync(process.execPath, parts, { cwd: folder, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

cpSync(join(here, "fixture"), folder, { recursive: true });
for (const file of readdirSync(runtime)) {
  if (file.endsWith(".ts")) cpSync(join(runtime, file), join(folder, "src/lib", file));
}
cpSync(join(runtime, "tsconfig.json"), join(folder, "base.tsconfig.json"));
run(compiler, "-p", ".");
if (command === "test") {
  cpSync(join(here, "tests"), join(folder, "tests"), { recursive: true });
  const all = readdirSync(join(folder, "tests")).filter((file) => file.endsWith(".test.mjs"));
  const chosen = tests.length > 0 ? tests.map((name) => `${name}.test.mjs`) : all;
  run("--test", ...chosen.map((file) => join("tests", file)));
}
