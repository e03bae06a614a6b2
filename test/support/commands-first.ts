import { readFileSync } from "node:fs";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Test files that start processes come first, while those that they are started from are small: starting one copies the
 * page tables of all their memory, which the scanner's tests fill with hundreds of megabytes.
 */
export default class CommandsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const { commands = [], others = [] } = Object.groupBy(sorted, (file) => (starts(file) ? "commands" : "others"));
    return [...commands, ...others];
  }
}

/** Whether it imports something that starts processes, as far as can be seen from the file itself. */
function starts({ moduleId }: TestSpecification): boolean {
  return /from "(?:execa|node:child_process|.*\/(?:c-program|cli|guest-program|prepare-options|processes|repositories|server|steps-guest|terminal)\.ts)"/.test(
    readFileSync(moduleId, "utf8"),
  );
}
