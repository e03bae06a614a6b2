import * as v from "valibot";
import { unknownKey } from "./nearest-key.ts";

/** Ways to confine a guest process, as `--isolation` takes them. */
const ISOLATION_NAMES = ["auto", "process", "bubblewrap"] as const;

const EXPECTED_MAPPING = "a mapping of names to values is expected";
const text = v.pipe(v.string("a text is expected"), v.minLength(1, "an empty text"));
const yes = v.boolean("true or false is expected");

const paths = v.union([v.literal(true), v.array(text)], "a list of paths is expected, or true for every ordinary file");
const hosts = v.union([v.literal(true), v.array(text)], "a list of hosts is expected, or true for the public internet");
const name = v.pipe(text, v.regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "the name of an environment variable is expected"));
const names = v.array(name, "a list of names of environment variables is expected");
const namesOrAll = v.union([v.literal(true), names], "a list of names of environment variables is expected, or true");

/** The patterns of `units.ts`; JSON Schema has no flag for either case. */
const AMOUNT = "an amount from 0 on is expected";
const MOST = 999_999_999_999_999;
const amount = v.pipe(v.number(), v.minValue(0, AMOUNT), v.maxValue(MOST, AMOUNT));
const DURATION = "a duration is expected, for example 30s";
const SIZE = "a size is expected, for example 256MiB";
const duration = v.union(
  [v.pipe(v.string(), v.regex(/^\d{1,15}(?:\.\d{1,6})?(?:[mM][sS]|[sSmMhH])?$/, DURATION)), amount],
  DURATION,
);
const size = v.union(
  [v.pipe(v.string(), v.regex(/^\d{1,15}(?:\.\d{1,6})?(?:[bB]|[kKmMgG](?:[iI][bB])?)?$/, SIZE)), amount],
  SIZE,
);
const COUNT = "a whole number is expected, for example 1000";
const count = v.pipe(v.number(COUNT), v.integer(COUNT), v.minValue(0, COUNT), v.maxValue(MOST, COUNT));

/** What may be touched; everything that is not named is denied. Also the `capabilities` of a skill's manifest. */
export const capabilitiesSchema = mapping({
  "fs-read": described(paths, "Files and folders that may be read; true: every ordinary file"),
  "fs-write": described(paths, "Files and folders that may be written; true: every ordinary file"),
  network: described(
    hosts,
    "Hosts that may be reached (HOST[:PORT], *.HOST, tcp://HOST:PORT); true: the public internet",
  ),
  env: described(names, "Environment variables that may be seen"),
});

const denials = mapping({
  "fs-read": described(paths, "Files and folders that are never read; true: all"),
  "fs-write": described(paths, "Files and folders that are never written; true: all"),
  network: described(hosts, "Hosts that are never reached; true: all"),
  env: described(namesOrAll, "Environment variables that are never seen; true: all"),
});

const limits = mapping({
  timeout: described(duration, "Wall clock of the run"),
  fuel: described(count, "Function entries and turns of loops"),
  "max-memory": described(size, "Linear memory of the guest"),
  "max-table-elements": described(count, "Elements of its tables"),
  "max-output": described(size, "Result, stdout and stderr together"),
  "max-host-calls": described(count, "Requests to the host"),
  "max-host-read": described(size, "Bytes that it gets from files and network"),
  "max-host-write": described(size, "Bytes that it hands to files and network"),
  "max-open-files": described(count, "Files and connections open at once"),
  "max-disk": described(size, "Growth of the files that it writes"),
  "max-http-requests": described(count, "Requests to the network, redirects counted"),
  "max-http-response": described(size, "The body of one response"),
});

const dir = mapping({
  host: v.pipe(text, v.description("The folder")),
  guest: described(text, "Its name inside; without it, the same"),
  "read-only": described(yes, "It may not be written"),
});

/** A policy file. Read and published from this one definition; nothing that is not here is accepted. */
export const policySchema = mapping({
  version: described(v.literal(1, "this version reads version 1"), "Version of this format"),
  allow: described(v.nullable(capabilitiesSchema), "What is allowed; what is not named is denied"),
  dirs: described(v.nullable(v.array(dir, "a list of folders is expected")), "Folders that a WASI guest sees by name"),
  deny: described(v.nullable(denials), "What stays shut whatever is allowed"),
  limits: described(v.nullable(limits), "Limits of the run; 0 means zero"),
  isolation: described(v.picklist(ISOLATION_NAMES), "How the guest process is confined"),
  "require-walls": described(yes, "Refuse unless the operating system confines the guest process too"),
  deterministic: described(yes, "Virtual clock, seeded random numbers, sorted listings"),
  "audit-log": described(text, "Append one line per decision to this file"),
});

export type PolicyDocument = v.InferOutput<typeof policySchema>;
export type CapabilitiesDocument = v.InferOutput<typeof capabilitiesSchema>;

/** A key that may be left out, with what it means. */
export function described<const T extends v.GenericSchema>(schema: T, description: string) {
  return v.optional(v.pipe(schema, v.description(description)));
}

/** A mapping with these keys and no others. To valibot an empty list is an object too. */
export function mapping<const T extends v.ObjectEntries>(entries: T) {
  return v.pipe(
    v.unknown(),
    v.check((value) => !Array.isArray(value), EXPECTED_MAPPING),
    v.strictObject(entries, (issue) => {
      if (issue.expected === "never") return unknownKey(String(issue.input), Object.keys(entries));
      return issue.expected === "Object" ? EXPECTED_MAPPING : `the key ${issue.expected} is missing`;
    }),
  );
}
