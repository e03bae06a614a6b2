import type { DirGrant, Grants } from "./grants.ts";
import { ALLOW_FLAGS, DENY_FLAGS } from "./layer.ts";
import { dirText } from "./rule-text.ts";

/** One thing that effective grants allow or deny, in words. */
export interface Statement {
  readonly effect: "allow" | "deny";
  readonly words: string;
  /** The flag that says the same. */
  readonly rule: string;
  /** Where it was written. */
  readonly source: string;
}

/** Everything that grants allow, and then everything that they deny. */
export function explainGrants(grants: Grants): Statement[] {
  const { fsRead, fsWrite, network, dirs, env } = grants;
  const say = (effect: Statement["effect"], words: string, rule: string): Statement => {
    return { effect, words, rule, source: grants.sources[rule] ?? rule };
  };
  const allow = (words: string, rule: string) => say("allow", words, rule);
  const deny = (words: string, rule: string) => say("deny", words, rule);
  const bare = (flag: string, words: string) => (Object.hasOwn(grants.sources, flag) ? [deny(words, flag)] : []);
  const files = (verb: string, flag: string, { all, paths, ordinary = [] }: Grants["fsRead"]) => [
    ...(all ? [allow(`may ${verb} every ordinary file`, flag)] : []),
    ...paths.map((path) => allow(`may ${verb} ${path}`, `${flag}=${path}`)),
    ...ordinary.map((path) => allow(`may ${verb} ordinary files in ${path}`, `${flag}=${path}`)),
  ];
  return [
    ...files("read", ALLOW_FLAGS.fsRead, fsRead),
    ...files("write", ALLOW_FLAGS.fsWrite, fsWrite),
    ...dirs.map((dir) => allow(`sees ${dirWords(dir)}`, dirText(dir))),
    ...(network.all ? [allow("may reach the public internet", ALLOW_FLAGS.network)] : []),
    ...[...network.hosts, ...network.tcp].map(({ text }) =>
      allow(`may reach ${text}`, `${ALLOW_FLAGS.network}=${text}`),
    ),
    ...Object.keys(env).map((name) => allow(`sees the variable ${name}`, `${ALLOW_FLAGS.env}=${name}`)),
    ...bare(DENY_FLAGS.fsRead, "may read nothing"),
    ...fsRead.denied.map((path) => deny(`may never read ${path}`, `${DENY_FLAGS.fsRead}=${path}`)),
    ...bare(DENY_FLAGS.fsWrite, "may write nothing"),
    ...fsWrite.denied.map((path) => deny(`may never write ${path}`, `${DENY_FLAGS.fsWrite}=${path}`)),
    ...bare(DENY_FLAGS.network, "may reach nothing"),
    ...network.denied.map(({ text }) => deny(`may never reach ${text}`, `${DENY_FLAGS.network}=${text}`)),
    ...bare(DENY_FLAGS.env, "sees no variable"),
  ];
}

function dirWords({ host, guest, readOnly, ordinary }: DirGrant): string {
  return `${ordinary === true ? "ordinary files in " : ""}${host} as ${guest}${readOnly ? ", to read only" : ""}`;
}
