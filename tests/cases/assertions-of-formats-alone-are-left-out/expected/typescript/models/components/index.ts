export * from "./pet.js";
