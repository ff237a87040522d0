export interface Dog {
  /**
   * What it listens to.
   *
   * @maxLength 40
   */
  name: string;
  /** @format date */
  born?: string;
  /** @default "medium" */
  size?: Size;
  nickname?: string | null;
}

/** @default "medium" */
export type Size = "small" | "medium" | "large";
