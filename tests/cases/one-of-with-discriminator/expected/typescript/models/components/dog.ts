export interface Dog {
  kind: "canine";
  tricks?: string[];
}
