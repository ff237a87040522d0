export interface Tree {
  name?: string;
  child?: Child;
}

export interface Child {
  name?: string;
  child?: Child;
  extra?: string;
}
