export type Tree = (Tree | null)[] | null;
