export * from "./creatething.js";
