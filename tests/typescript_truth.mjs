/**
 * Reads and writes values with a generated package: a line of JSON `{module, name, value}` gives a line `{wire}`, or
 * `{message}` of the first thing that is wrong.
 *
 * Usage: node typescript_truth.mjs <folder of the compiled package>
 */
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const load = (path) => import(pathToFileURL(join(process.argv[2], path)));
const { Context } = await load("lib/validation.js");

function converted(value, convert) {
  const context = new Context(true);
  const result = convert(value, context);
  const [issue] = context.issues;
  if (issue) throw new Error(`${issue.path.join(".")} ${issue.message}`);
  return result;
}

for await (const line of createInterface({ input: process.stdin })) {
  const { module, name, value } = JSON.parse(line);
  const functions = await load(module);
  const read = functions[`read${name}`];
  const write = functions[`write${name}`] ?? read;
  let answer;
  try {
    answer = { wire: converted(converted(value, read), write) };
  } catch (error) {
    answer = { message: error.message };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
