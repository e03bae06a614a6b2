// Names of settings that several rules speak of, and values that are suspicious wherever they stand.

/** npm runs these when a package, or a package that depends on it, is installed. */
export const INSTALL_HOOKS = ["preinstall", "install", "postinstall", "prepare", "preprepare", "postprepare"].map(
  (name) => `package-json.scripts.${name}`,
);

/** The same setting of a workflow, whoever can start it. */
export const ofWorkflows = (key: string) => [`workflow.${key}`, `strangers-workflow.${key}`];

/** Text that anybody can write, in a workflow. */
export const STRANGERS_TEXT =
  /\$\{\{\s*github\.(head_ref|event\.(issue|pull_request|comment|review|discussion|head_commit|commits)[\w.*[\]-]*(title|body|message|name|email|ref|label))\s*\}\}/;

/** Settings of a server that an agent talks to by MCP. */
export const ofServers = (key: string) => `anywhere.mcpServers.*.${key}`;

/** Where dependencies are the keys of a map. */
export const NPM_DEPENDENCIES = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"].map(
  (key) => `package-json.${key}.*`,
);
export const PYTHON_DEPENDENCIES = ["pyproject.tool.poetry.dependencies.*", "pipfile.packages.*"];
export const DEPENDENCIES = [...NPM_DEPENDENCIES, ...PYTHON_DEPENDENCIES];

/** Lists of requirements of Python packages, one text each. */
export const REQUIREMENTS = [
  "requirements",
  "pyproject.project.dependencies",
  "pyproject.build-system.requires",
  "pyproject.project.optional-dependencies.*",
];

/** Commands that something starts by itself. */
export const SCHEDULED_COMMANDS = [
  ...["ExecStart", "ExecStartPre", "ExecStartPost"].map((key) => `systemd-unit.Service.${key}`),
  "desktop-entry.Desktop.Entry.Exec",
  "property-list.ProgramArguments",
  "crontab.*",
];

/** A program that fetches from, or sends to, an address. */
export const NETWORK_COMMAND =
  /(?<![\w-])(curl|wget|nc|ncat|netcat|nslookup|dig|scp|rsync|ftp|telnet|socat|Invoke-WebRequest|iwr|Invoke-RestMethod|irm|certutil|bitsadmin)(\.exe)?\s/i;

/** Code that is written into the command line itself. */
export const INLINE_CODE =
  /(?<![\w-])(node|bun|deno|tsx)(\.exe)?\s[^\n;|&]*(-e|--eval|-p|--print|eval)\s|(?<![\w-])(python[23]?|perl|ruby|php)(\.exe)?\s[^\n;|&]*-[a-zA-Z]*[ecr]\s|(?<![\w-])(eval|base64|xxd|Function)[\s(]/;

/** Registries and indexes that everybody uses, or that come with well-known platforms. */
export const PUBLIC_REGISTRY =
  /^["']?https?:\/\/([\w-]+\.)*(npmjs\.(org|com)|yarnpkg\.com|pypi\.org|pythonhosted\.org|pytorch\.org|nvidia\.com|anaconda\.(org|com)|github\.com|github\.io|gitlab\.com|googleapis\.com|pkg\.dev|amazonaws\.com|azure\.com|npmmirror\.com|jfrog\.io|huggingface\.co|tuna\.tsinghua\.edu\.cn|aliyun\.com|localhost)([:/].*)?$/i;

/** Servers of the model's makers and of clouds that offer their models, and this machine. */
export const MODEL_ENDPOINT =
  /^https?:\/\/([\w-]+\.)*(anthropic\.com|openai\.com|azure\.com|amazonaws\.com|googleapis\.com|localhost|127\.0\.0\.1)([:/].*)?$/i;

/** The same in the words of a command. */
export const PUBLIC_REGISTRY_WORD = new RegExp(PUBLIC_REGISTRY.source.replace("^", "[ =]").replace("$", "( |$)"), "i");
