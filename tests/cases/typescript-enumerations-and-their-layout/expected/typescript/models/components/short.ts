export type Short = "red" | "green";
