import { availableParallelism } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import { SandboxError } from "../errors.ts";
import type { QueueAddress } from "../queue/backend.ts";
import { checkCachePlace } from "./cache-place.ts";
import type { Context } from "./context.ts";
import { EXIT, exitOfOutcome } from "./exit-code.ts";
import { openManyScanner } from "./many-scanner.ts";

export function scanQueueCommand(context: Context): Command {
  const command = new Command("scan-queue")
    .summary("share a scan of many skills among machines")
    .description(
      "Shares a scan of many skills among machines, over a Redis server: one adds the paths, any number work, one reads the " +
        "results. All see the skills under the same paths. A job whose worker dies is done again by another.",
    )
    .addHelpText("after", EXAMPLES);
  for (const below of [add(context), work(context), status(context), results(context)]) command.addCommand(below);
  return command;
}

const EXAMPLES = `
Examples:
  find /skills -mindepth 1 -maxdepth 1 -type d | wasm-sandbox scan-queue add
  wasm-sandbox scan-queue work --until-empty         on each machine
  wasm-sandbox scan-queue results > results.jsonl

The queue library is not shipped: npm install bullmq ioredis.
Exit code: 0 done, 2 wrong usage, 4 no queue library or no Redis server; results: 1 when a job failed.`;

interface AddressFlags {
  readonly redis: string;
  readonly queue: string;
}

function add({ output, exitWith }: Context): Command {
  return addressed(new Command("add").summary("add the paths on the standard input, one a line")).action(
    async (flags: AddressFlags) => {
      const [{ addJobs }, { linesOf }] = await Promise.all([import("../queue/add.ts"), import("../scan/lines.ts")]);
      const count = await addJobs(addressOf(flags), linesOf(process.stdin));
      output.out(`${count} paths added\n`);
      exitWith(EXIT.done);
    },
  );
}

interface WorkFlags extends AddressFlags {
  readonly jobs: number;
  readonly lock: number;
  readonly cache?: string;
  readonly untilEmpty?: true;
}

function work(context: Context): Command {
  return addressed(new Command("work").summary("scan what is in the queue"))
    .addOption(new Option("--jobs <count>", "skills at a time").argParser(count).default(availableParallelism()))
    .addOption(
      new Option("--lock <seconds>", "a worker without a sign of life for so long loses its job to another")
        .argParser(count)
        .default(30),
    )
    .addOption(new Option("--cache <path>", "a folder of ours alone, where results are kept for the same files"))
    .addOption(new Option("--until-empty", "end when every job is done, by whomever"))
    .action((flags: WorkFlags) => doWork(context, flags));
}

async function doWork(context: Context, flags: WorkFlags): Promise<void> {
  const { signal, output } = context;
  const [{ work }, { scanOne }] = await Promise.all([import("../queue/work.ts"), import("../queue/scan-one.ts")]);
  const scanner = await openManyScanner(context, flags);
  try {
    const finished = await work({
      address: addressOf(flags),
      scan: (path) => scanOne(path, scanner, () => checkCachePlace(flags.cache, [path], context.cwd)),
      concurrency: flags.jobs,
      lockMs: flags.lock * 1000,
      untilEmpty: flags.untilEmpty === true,
      signal,
    });
    output.err(`${finished} skills scanned here\n`);
  } finally {
    await scanner.close();
  }
  context.exitWith(signal.aborted ? exitOfOutcome({ kind: "interrupted", signal: signal.reason }) : EXIT.done);
}

function status({ output, exitWith }: Context): Command {
  return addressed(new Command("status").summary("print how many jobs are in which state, as JSON")).action(
    async (flags: AddressFlags) => {
      const { jobCounts } = await import("../queue/results.ts");
      output.out(`${JSON.stringify(await jobCounts(addressOf(flags)))}\n`);
      exitWith(EXIT.done);
    },
  );
}

function results({ output, exitWith }: Context): Command {
  return addressed(new Command("results").summary("print what came out, one JSON object a line")).action(
    async (flags: AddressFlags) => {
      const [{ jobResults }, { jsonLine }] = await Promise.all([
        import("../queue/results.ts"),
        import("../report/json-line.ts"),
      ]);
      let failed = false;
      for await (const result of jobResults(addressOf(flags))) {
        output.out(jsonLine(result));
        failed ||= result.state === "failed";
      }
      exitWith(failed ? EXIT.findings : EXIT.done);
    },
  );
}

function addressed(command: Command): Command {
  return command
    .addOption(
      new Option("--redis <address>", "the Redis server").env("WASM_SANDBOX_REDIS").default("redis://127.0.0.1:6379"),
    )
    .addOption(new Option("--queue <name>", "name of the queue").default("wasm-sandbox-scan"));
}

function addressOf({ redis, queue }: AddressFlags): QueueAddress {
  if (/^[\w.-]{1,64}$/.test(queue)) return { redis, name: queue };
  throw new SandboxError("usage", `--queue is not a name: '${queue}'`, { hint: "letters, digits, dots, - and _" });
}

function count(text: string): number {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (number > 0) return number;
  throw new InvalidArgumentError("It is not a number from 1 on.");
}
