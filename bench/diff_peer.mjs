// openapi-diff (Atlassian) over pairs of descriptions: reads {old, new} objects as JSON, writes a verdict for each.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.cwd()}/`);
const { diffSpecs } = require("openapi-diff");

const verdicts = [];
for (const { old, new: current } of JSON.parse(readFileSync(0, "utf8"))) {
  const sides = [old, current].map((spec, index) => ({ content: JSON.stringify(spec), location: `${index}.json`, format: "openapi3" }));
  try {
    const found = await diffSpecs({ sourceSpec: sides[0], destinationSpec: sides[1] });
    const told = (found.nonBreakingDifferences ?? []).length + (found.unclassifiedDifferences ?? []).length > 0;
    verdicts.push(found.breakingDifferencesFound ? "breaks" : told ? "told" : "silent");
  } catch {
    verdicts.push("refused");
  }
}
process.stdout.write(JSON.stringify(verdicts));
