/**
 * The types of the web platform that signatures name: the compiler's own if it knows the platform (the DOM library,
 * `@types/node`, …), else the few members that this package uses.
 */
export {};
