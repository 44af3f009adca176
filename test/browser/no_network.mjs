// Preloaded into a build: every attempt to reach another machine is written down and refused.
import { appendFileSync } from "node:fs";
import net from "node:net";

const { connect } = net.Socket.prototype;

net.Socket.prototype.connect = function (...args) {
  const [first] = args.flat();
  const options =
    typeof first === "object" && first !== null
      ? first
      : { path: typeof first === "string" ? first : undefined };
  if (options.path) return connect.apply(this, args);
  appendFileSync(process.env.NETWORK_ATTEMPTS ?? "", `${options.host ?? args[1] ?? "localhost"}\n`);
  throw new Error("the network is not for builds");
};
