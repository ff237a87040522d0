import type { Hooks } from "../lib/hooks.js";

/**
 * The hooks of this package. This file is written once and never overwritten: put your `new Hooks()` here, and register
 * what is to see its requests, answers and errors.
 */
export const hooks: Hooks | undefined = undefined;
