import { existsSync } from "node:fs";
import { join } from "node:path";

/** The tests run what users run: without a build there is nothing to test. */
export function setup(): void {
  const built = join(import.meta.dirname, "../../dist/cli.cjs");
  if (!existsSync(built)) throw new Error(`not built: ${built} is missing; run npm run build`);
}
