/** Bundles a program with everything it imports by vite: `vite.mjs ENTRY FOLDER`. */

import { build } from "vite";

const [entry, folder] = process.argv.slice(2);
await build({
  configFile: false,
  logLevel: "error",
  ssr: { noExternal: true },
  build: { ssr: entry, outDir: folder, minify: true, rollupOptions: { output: { entryFileNames: "main.mjs" } } },
});
