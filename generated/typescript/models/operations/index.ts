export * from "./createchatcompletion.js";
export * from "./postv2proxyimagesedits.js";
export * from "./postv2proxyimagesgenerations.js";
export * from "./postv2proxyimagesvariations.js";
