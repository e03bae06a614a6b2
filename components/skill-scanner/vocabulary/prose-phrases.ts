// Phrases that say something by themselves, or in pairs: rules take them all from here.
export * from "./prose-concealment.ts";
export * from "./prose-consent.ts";
export * from "./prose-duration.ts";
export * from "./prose-jailbreaks.ts";
export * from "./prose-orders.ts";
export * from "./prose-private.ts";
