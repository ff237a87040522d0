export interface CreateThingRequestBody {
  /** How big it is. */
  size?: Size;
  level?: Level;
  mixed?: Mixed | null;
  flag?: boolean;
}

/** How big it is. */
export type Size = "small" | "medium" | "extra large" | "";

export type Level = 1 | 2 | -3;

export type Mixed = "one" | 2 | true;
