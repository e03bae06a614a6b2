import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import type { Context } from "./context.ts";
import { EXIT, exitOfOutcome } from "./exit-code.ts";
import { type RunFlags, runComponent } from "./run.ts";

interface Demo {
  readonly summary: string;
  /** True when everything ended as the demo says it does. */
  readonly show: (context: Context) => Promise<boolean>;
}

const DEMOS: Readonly<Record<string, Demo>> = {
  malicious: { summary: "two hostile skills: one reaches for secrets, one never ends", show: showMalicious },
  trusted: { summary: "a useful skill with exactly the grants that it needs", show: showTrusted },
};

export function demoCommand(context: Context): Command {
  const command = new Command("demo")
    .summary("run the built-in malicious and trusted skills")
    .description(
      "Runs a built-in skill and shows what it is allowed. Works from any folder, and touches nothing of yours.",
    )
    .action(() => context.output.out(list()));
  for (const [name, { summary, show }] of Object.entries(DEMOS)) {
    command
      .command(name)
      .summary(summary)
      .description(summary)
      .action(async () => {
        const { signal } = context;
        const asShown = await show(context);
        if (signal.aborted) context.exitWith(exitOfOutcome({ kind: "interrupted", signal: signal.reason }));
        else context.exitWith(asShown ? EXIT.done : EXIT.findings);
      });
  }
  return command;
}

function list(): string {
  const lines = Object.entries(DEMOS).map(([name, { summary }]) => `  wasm-sandbox demo ${name.padEnd(10)} ${summary}`);
  return `Demos:\n${lines.join("\n")}\n`;
}

async function showMalicious(context: Context): Promise<boolean> {
  const first = await play(context, "malicious", {});
  if (context.signal.aborted) return false;
  context.output.err("\nThe next skill never returns. Its limit here is 2 seconds.\n\n");
  const second = await play(context, "endless", { timeout: 2000 });
  return first === EXIT.done && second === EXIT.runLimit;
}

async function showTrusted(context: Context): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "wasm-sandbox-demo-"));
  try {
    writeFileSync(
      join(folder, "notes.txt"),
      "A skill is useful when it can do its work, and safe when it can do nothing else.\n",
    );
    const code = await play({ ...context, cwd: folder }, "trusted", {
      allowFsRead: ["notes.txt"],
      allowFsWrite: ["report.txt"],
    });
    if (code !== EXIT.done) return false;
    context.output.err(`\nreport.txt now says: ${readFileSync(join(folder, "report.txt"), "utf8")}`);
    return true;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs one of our components as `run` would, says the command, and returns the exit code that `run` would have had. */
async function play(context: Context, name: string, flags: RunFlags): Promise<number> {
  let code: number = EXIT.bug;
  const component = join(context.installation.distDir, "components", `${name}.wasm`);
  context.output.err(`$ wasm-sandbox run ${shownFlags(flags)}${name}.wasm\n`);
  const exitWith = (number: number): void => {
    code = number;
  };
  await runComponent({ ...context, exitWith }, component, flags);
  context.output.err(`\n(exit code ${code})\n`);
  return code;
}

function shownFlags({ allowFsRead = [], allowFsWrite = [], timeout }: RunFlags): string {
  return [
    ...allowFsRead.map((path) => `--allow-fs-read=${path} `),
    ...allowFsWrite.map((path) => `--allow-fs-write=${path} `),
    ...(timeout === undefined ? [] : [`--timeout=${timeout / 1000}s `]),
  ].join("");
}
