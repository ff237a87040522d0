/** Unions without a discriminator: the member is chosen by the shape of the value. */
import { Context, type Convert, type PathKey } from "./validation.js";
/**
 * Returns the value converted by the member that it fits: of those with nothing wrong, the one that declares most of
 * its properties, the first of several. Where it fits none, an open union takes it as it is. A closed one reports it,
 * and converts it by the member that it comes closest to.
 */
export declare function mapUnion<T>(value: unknown, context: Context, key: PathKey | undefined, members: readonly Convert<never, T>[], open?: boolean): T;
/** Like {@link mapUnion}, but in strict contexts, a value that fits several members is reported. */
export declare function mapOneOf<T>(value: unknown, context: Context, key: PathKey | undefined, members: readonly Convert<never, T>[]): T;
/** Returns a value whose tag, a property on the wire, names no member; the tag is reported. */
export declare function unknownMember<T>(value: unknown, context: Context, key: PathKey | undefined, tag: string): T;
