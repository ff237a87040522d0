export * from "./ratepet.js";
