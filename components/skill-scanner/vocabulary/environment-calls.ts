import { GO_ENVIRONMENT_COPIES, GO_VARIABLE_READS } from "./go-calls.ts";
import { RUBY_ENVIRONMENT_COPIES, RUBY_ENVIRONMENTS, RUBY_VARIABLE_READS } from "./ruby-calls.ts";

/** Read one environment variable; its name is argument 0. */
export const VARIABLE_READS = [
  "os.getenv",
  "os.environ.get",
  "os.environ.[]",
  "os.environ.pop",
  "os.environ.setdefault",
  "os.environ.__getitem__",
  "os.getenvb",
  "os.environb.[]",
  "os.environb.get",
  "js.process.env.[]",
  "js.Deno.env.get",
  "js.Bun.env.[]",
  "js.import.meta.env.[]",
  ...GO_VARIABLE_READS,
  ...RUBY_VARIABLE_READS,
];

/** Programs in these languages are told their keys in this way as a matter of course: there it is a fact like any other. */
export const USUAL_VARIABLE_READS = [...GO_VARIABLE_READS, ...RUBY_VARIABLE_READS];

/** The same in a shell, where `$NAME` reads what the script has not assigned. */
export const SHELL_VARIABLE_READS = ["sh.environ.[]", "sh.printenv"];

/** All of the environment. */
export const ENVIRONMENTS = ["os.environ", "os.environb", "js.process.env", "js.Bun.env", ...RUBY_ENVIRONMENTS];

/** Take everything out of the environment. */
export const ENVIRONMENT_COPIES = [
  "os.environ.copy",
  "os.environ.items",
  "os.environ.values",
  "os.environ.keys",
  "js.Deno.env.toObject",
  ...GO_ENVIRONMENT_COPIES,
  ...RUBY_ENVIRONMENT_COPIES,
];

/** The name of a variable that holds a secret. */
export const SECRET_NAME =
  /(^|_|-)(api_?keys?|apikey|secrets?|tokens?|passwords?|passwd|passphrase|pwd|credentials?|private_?key|access_?keys?|auth_?key|signing_?key|encryption_?key|session_?key|mnemonic|seed_?phrase)(_|-|\d|$)/i;

/** Fields and parameters in which a client sends its own key. */
export const CREDENTIAL_FIELDS = [
  ...[
    "key",
    "api_key",
    "apikey",
    "api-key",
    "x-api-key",
    "token",
    "access_token",
    "auth",
    "auth_token",
    "authorization",
    "bearer",
  ],
  ...[
    "appid",
    "app_id",
    "app_key",
    "client_id",
    "client_secret",
    "secret",
    "password",
    "passwd",
    "signature",
    "refresh_token",
  ],
  ...["access_key", "bot_token", "session_token", "private_token", "cookie"],
];

/** Those without a dash that are headers, and no fields of a body. */
export const CREDENTIAL_HEADERS = ["authorization", "bearer", "apikey", "cookie"];
