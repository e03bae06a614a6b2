import type { Target } from "../target.ts";
import { addresses } from "./addresses.ts";
import { door } from "./door.ts";
import { grants } from "./grants.ts";
import { paths } from "./paths.ts";
import { policy } from "./policy.ts";
import { requests } from "./requests.ts";
import { scans } from "./scans.ts";
import { wasm } from "./wasm.ts";

export const TARGETS: readonly Target[] = [door, wasm, paths, addresses, grants, policy, requests, ...scans];
