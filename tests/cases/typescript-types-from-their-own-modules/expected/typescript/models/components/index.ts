export * from "./photo-album.js";
