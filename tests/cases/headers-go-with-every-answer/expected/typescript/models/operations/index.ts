export * from "./ask.js";
export * from "./getevents.js";
export * from "./getreport.js";
export * from "./startjob.js";
