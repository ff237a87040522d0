export type Mixed = 1 | "1" | true | 2.5;
