import type { Command } from "commander";
import type { Context } from "./context.ts";

interface Entry {
  readonly summary: string;
  readonly load: (context: Context) => Promise<Command>;
}

/** Every command. Only the one that is asked for is loaded. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  run: {
    summary: "run a component with exactly the capabilities that are granted",
    load: async (context) => (await import("./run.ts")).runCommand(context),
  },
  serve: {
    summary: "answer HTTP requests with a component, each in an instance of its own",
    load: async (context) => (await import("./serve.ts")).serveCommand(context),
  },
  scan: {
    summary: "say what a skill would do, without running it",
    load: async (context) => (await import("./scan.ts")).scanCommand(context),
  },
  "scan-queue": {
    summary: "share a scan of many skills among machines",
    load: async (context) => (await import("./scan-queue.ts")).scanQueueCommand(context),
  },
  rules: {
    summary: "say what a rule of the scanner finds, why it matters and what to do",
    load: async (context) => (await import("./rules.ts")).rulesCommand(context),
  },
  inspect: {
    summary: "show what a component is and what it would ask for",
    load: async (context) => (await import("./inspect.ts")).inspectCommand(context),
  },
  cache: {
    summary: "list or empty the cache of prepared components",
    load: async (context) => (await import("./cache.ts")).cacheCommand(context),
  },
  why: {
    summary: "say which rule allows or denies a request",
    load: async (context) => (await import("./why.ts")).whyCommand(context),
  },
  audit: {
    summary: "check an audit log",
    load: async (context) => (await import("./audit.ts")).auditCommand(context),
  },
  policy: {
    summary: "check a policy file, and say what it grants",
    load: async (context) => (await import("./policy.ts")).policyCommand(context),
  },
  demo: {
    summary: "run the built-in malicious and trusted skills",
    load: async (context) => (await import("./demo.ts")).demoCommand(context),
  },
  doctor: {
    summary: "say what this machine gives, by trying it",
    load: async (context) => (await import("./doctor.ts")).doctorCommand(context),
  },
};
