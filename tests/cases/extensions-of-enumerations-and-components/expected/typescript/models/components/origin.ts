import { type Context, type PathKey, checkEnum } from "../../lib/validation.js";

export const Origin = {
  Plant: "plant",
  Stone: "stone",
} as const;
export type Origin = (typeof Origin)[keyof typeof Origin];

/** Reads {@link Origin} from decoded JSON. */
export function readOrigin(value: unknown, context: Context, key?: PathKey): Origin {
  return checkEnum(value, context, key, originValues);
}

const originValues = ["plant", "stone"] as const;
