/**
 * The types of the web platform that signatures name: the compiler's own where it knows the platform (the DOM library,
 * `@types/node`, …), and the few members that this package uses where it does not.
 */
export {};
