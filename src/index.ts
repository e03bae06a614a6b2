/** The public API: the use cases with what they take and give, and the one error they throw. */
export { type ErrorCode, SandboxError } from "./errors.ts";
export { type Inspection, inspect } from "./inspect.ts";
export { findInstallation, type Installation } from "./installation.ts";
export type { Grants } from "./policy/grants.ts";
export { DEFAULT_LIMITS, type Limits } from "./policy/limits.ts";
export { type FlagValue, type GrantFlags, resolveGrants } from "./policy/resolve.ts";
export type { Outcome } from "./run/outcome.ts";
export { type RunObserver, type RunRequest, type RunResult, run } from "./run.ts";
export { type ScanRequest, scan } from "./scan.ts";
export { type BuiltInOptions, loadBuiltIn } from "./scanner/built-in.ts";
export type { ScanReport } from "./scanner/report.ts";
export type { Scanner } from "./scanner/scanner.ts";
export { type ServeObserver, type ServeRequest, type Serving, serve } from "./serve.ts";
export type { Target } from "./skill/collect.ts";
