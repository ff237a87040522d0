// Preloaded into a node process (`--import`): whatever it serves is served on loopback alone, never on all interfaces.
import { Server } from "node:net";

const listen = Server.prototype.listen;

Server.prototype.listen = function listenOnLoopback(where, ...rest) {
  if (where !== null && typeof where === "object") {
    return listen.call(this, "port" in where ? { ...where, host: "127.0.0.1" } : where, ...rest);
  }
  const callback = rest.find((argument) => typeof argument === "function");
  return listen.call(this, { port: Number(where), host: "127.0.0.1" }, callback);
};
