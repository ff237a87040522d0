export * from "./machine.js";
export * from "./person.js";
export * from "./prop.js";
export * from "./role.js";
