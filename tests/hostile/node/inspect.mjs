// Reads a request as JSON from each line of the standard input and answers with a line of JSON: what a parser of
// TypeScript, of MDX or of markdown (marked) makes of a text. It never runs what it reads.
import { createInterface } from "node:readline";
import { createProcessor } from "@mdx-js/mdx";
import { marked } from "marked";
import remarkGfm from "remark-gfm";
import ts from "typescript";

function inspectTypeScript(text) {
  const file = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true);
  const kinds = new Set();
  const names = new Set();
  const calls = new Set();
  const visit = (node) => {
    kinds.add(ts.SyntaxKind[node.kind]);
    if (ts.isIdentifier(node) && isRead(node)) names.add(node.text);
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) calls.add(node.expression.getText(file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  const faults = file.parseDiagnostics.map((each) => ts.flattenDiagnosticMessageText(each.messageText, " "));
  const references = [file.referencedFiles, file.typeReferenceDirectives, file.libReferenceDirectives];
  const directives = references.flat().length;
  const comments = file.commentDirectives?.length ?? 0;
  if (directives + comments > 0 || file.checkJsDirective !== undefined) faults.push("a comment directs the compiler");
  return { faults, kinds: [...kinds], names: [...names], calls: [...calls] };
}

function isRead(node) {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return ts.isExpressionNode(node);
}

async function inspectMdx(text) {
  const found = { faults: [], code: [], links: [], shape: [], cells: [], text: "" };
  const collect = () => (tree) => visitMdx(tree, found);
  const processor = createProcessor({ remarkPlugins: [remarkGfm, collect] });
  try {
    await processor.process(text);
  } catch (fault) {
    found.faults.push(String(fault.message));
  }
  return found;
}

function visitMdx(node, found) {
  if (node.type.startsWith("mdx") || node.type === "html") found.code.push(`${node.type}: ${node.value ?? node.name}`);
  if (node.url !== undefined) found.links.push(node.url);
  if (node.type === "heading") found.shape.push(["heading", node.depth]);
  if (node.type === "code") found.shape.push(["code", 0]);
  if (node.type === "table") found.shape.push(["table", node.children.length, node.children[0].children.length]);
  if (typeof node.value === "string") found.text += ` ${node.value}`;
  if (node.type === "tableCell") found.cells.push(shownText(node));
  for (const child of node.children ?? []) visitMdx(child, found);
}

function shownText(node) {
  if (node.name === "br") return " ";
  return node.value ?? (node.children ?? []).map(shownText).join("");
}

const INSPECTORS = {
  ts: inspectTypeScript,
  mdx: inspectMdx,
  marked: (text) => ({ html: marked.parse(text, { async: false }) }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { kind, text } = JSON.parse(line);
  const answer = await INSPECTORS[kind](text);
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
