export * from "./postv2proxyimagesgenerations.js";
export * from "./proxyerror.js";
