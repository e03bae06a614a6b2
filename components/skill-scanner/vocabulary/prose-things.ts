// What acts are done to, where to, and for whom: rules take them all from here.
export * from "./prose-addresses.ts";
export * from "./prose-machine.ts";
export * from "./prose-people.ts";
export * from "./prose-secrets.ts";
