// What is done, by its verbs: rules take them all from here.
export * from "./prose-doing.ts";
export * from "./prose-handling.ts";
export * from "./prose-sending.ts";
