/** The results of standalone functions: a value or an error, which is never thrown. */
export {};
