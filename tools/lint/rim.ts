import { CHANCE_ROOMS, PURE_ROOMS, roomOf } from "../house.ts";
import { sourcePath } from "./source_path.ts";

/** Globals that reach out of the program, whatever is done with them. */
const OUTSIDE = ["Deno", "fetch", "process", "localStorage", "WebSocket"];

/** Members that tell the time or give chance. */
const CLOCKS = ["Date.now", "performance.now"];
const CHANCE = ["Math.random", "crypto.getRandomValues", "crypto.randomUUID"];

/**
 * Files, network, clock and environment do not enter the pure rooms, chance
 * enters most rooms as a seed, and nothing in lib prints.
 */
export const rim: Deno.lint.Rule = {
  create(context) {
    const path = sourcePath(context.filename);
    if (!path.startsWith("lib/")) return {};
    const room = roomOf(path);
    const isPure = PURE_ROOMS.includes(room);
    const report = (node: Deno.lint.Node, name: string) =>
      context.report({ node, message: `${name} may not be used in ${room}` });
    return {
      MemberExpression(node) {
        const member = memberName(node);
        const object = member.slice(0, member.indexOf("."));
        const isWrong = object === "console" ||
          CHANCE.includes(member) && !CHANCE_ROOMS.includes(room) ||
          isPure && (OUTSIDE.includes(object) || CLOCKS.includes(member));
        if (isWrong) report(node, member);
      },
      CallExpression(node) {
        if (isPure && isNamed(node.callee, "fetch")) report(node, "fetch");
      },
      NewExpression(node) {
        if (!isPure) return;
        if (isNamed(node.callee, "Date") && node.arguments.length === 0) {
          report(node, "new Date() without a time");
        }
        if (isNamed(node.callee, "WebSocket")) report(node, "WebSocket");
      },
    };
  },
};

function memberName(node: Deno.lint.MemberExpression): string {
  const { object, property } = node;
  if (property.type !== "Identifier") return "";
  if (object.type === "Identifier") return `${object.name}.${property.name}`;
  // globalThis.Deno.readFile and the like
  return object.type === "MemberExpression" &&
      isNamed(object.object, "globalThis") &&
      object.property.type === "Identifier"
    ? `${object.property.name}.${property.name}`
    : "";
}

function isNamed(node: Deno.lint.Node, name: string): boolean {
  return node.type === "Identifier" && node.name === name;
}
