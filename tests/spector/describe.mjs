// Writes an OpenAPI 3.1 description of each scenario folder below ./openapi, and what could not be described into
// ./undescribed.json: folder -> first error. Runs in the folder that the packages are installed in.
import { compile, NodeHost } from "@typespec/compiler";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";

const EMITTER = "@typespec/openapi3";
const specs = resolve("node_modules/@typespec/http-specs/specs");
const undescribed = {};

const files = await readdir(specs, { recursive: true });
for (const main of files.filter((file) => file.endsWith("main.tsp")).sort()) {
  const folder = dirname(main);
  const target = resolve("openapi", folder);
  await mkdir(target, { recursive: true });
  try {
    const options = { "emitter-output-dir": target, "openapi-versions": ["3.1.0"], "file-type": "yaml" };
    const program = await compile(NodeHost, join(specs, main), {
      emit: [EMITTER],
      outputDir: target,
      options: { [EMITTER]: options },
    });
    const error = program.diagnostics.find((diagnostic) => diagnostic.severity === "error");
    if (error) undescribed[relative(specs, join(specs, folder))] = `${error.code}: ${error.message}`;
  } catch (error) {
    undescribed[folder] = String(error?.message ?? error).split("\n")[0];
  }
}
await writeFile("undescribed.json", JSON.stringify(undescribed, null, 1));
