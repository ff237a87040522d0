export * from "./user.js";
export * from "./userinput.js";
