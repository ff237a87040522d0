export * from "./address.js";
export * from "./closed.js";
export * from "./order.js";
export * from "./payment.js";
