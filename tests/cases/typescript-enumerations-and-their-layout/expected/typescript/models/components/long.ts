export type Long =
  | "anemone-blue"
  | "buttercup-yellow"
  | "cornflower-blue"
  | "dahlia-red"
  | "edelweiss-white";
