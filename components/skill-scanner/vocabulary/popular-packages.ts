// Packages whose names are worth imitating. Source: the public download counts of npm and PyPI; chosen by hand from the top of both.

export const POPULAR_NPM = [
  ...["lodash", "express", "react", "react-dom", "axios", "chalk", "commander", "request", "webpack", "typescript"],
  ...["eslint", "prettier", "mongoose", "puppeteer", "playwright", "dotenv", "cross-env", "socket.io", "electron"],
  ...["jquery", "moment", "underscore", "bluebird", "discord.js", "ethers", "web3", "colors", "nodemailer", "passport"],
  ...["ts-node", "babel-core", "openai", "langchain"],
];

export const POPULAR_PYPI = [
  ...["requests", "numpy", "pandas", "urllib3", "boto3", "botocore", "setuptools", "python-dateutil", "pyyaml"],
  ...["cryptography", "beautifulsoup4", "selenium", "tensorflow", "matplotlib", "scikit-learn", "django", "flask"],
  ...["fastapi", "sqlalchemy", "pillow", "colorama", "openai", "anthropic", "langchain", "transformers", "pydantic"],
  ...["discord.py", "telethon", "web3", "paramiko", "pycryptodome", "websockets", "aiohttp", "opencv-python"],
];

/** Packages of their own right whose names are one letter from those above. */
export const LIKE_THEM_BY_RIGHT = [
  ...[
    "preact",
    "redact",
    "request",
    "requests",
    "color",
    "colors",
    "colour",
    "chalks",
    "eslint_d",
    "eclint",
    "ether",
    "web",
  ],
  ...["websocket", "websockets", "axis", "boto", "boto3", "botocore", "urllib2", "panda", "flask2", "dot-env", "pyaml"],
  ...["transformer", "expresso", "moments", "passports", "opena", "paramiko2", "fastapi2", "pydantic2", "react-do"],
];

/**
 * Packages that were published to harm, and have no other use. Sources: npm's report on `crossenv` and its siblings (2017), the
 * reports on `flatmap-stream` (2018), and SK-CSIRT's and the Python Security Response Team's on PyPI (2017, 2019).
 */
export const HARMFUL_NPM =
  /^["']?(flatmap-stream|crossenv|cross-env\.js|babelcli|ffmepg|gruntcli|mongose|nodesass|noderequest|nodemailer-js|nodemailer\.js|shadowsock|nodesqlite|node-opensl|node-opencv|nodemssql|nodefabric)["']?$/;
export const HARMFUL_PYPI =
  /^["']?(colourama|jeilyfish|python3-dateutil|acqusition|apidev-coop|urlib3|setup-tools|ssh-decorate|libpeshka)([^\w.-]|$)/i;

/** Releases of honest packages that somebody else had slipped code into; each was withdrawn. Sources: the advisories of their projects. */
export const HARMFUL_RELEASES: readonly (readonly [RegExp, RegExp])[] = [
  [/^["']?event-stream["']?$/, /^["']?[=v]*3\.3\.6["']?$/],
  [/^["']?ua-parser-js["']?$/, /^["']?[=v]*(0\.7\.29|0\.8\.0|1\.0\.0)["']?$/],
  [
    /^["']?(coa|rc)["']?$/,
    /^["']?[=v]*(2\.0\.3|2\.0\.4|2\.1\.1|2\.1\.3|3\.0\.1|3\.1\.3|1\.2\.9|1\.3\.9|2\.3\.9)["']?$/,
  ],
  [/^["']?node-ipc["']?$/, /^["']?[=v]*10\.1\.[12]["']?$/],
  [/^["']?@solana\/web3\.js["']?$/, /^["']?[=v]*1\.95\.[67]["']?$/],
  [/^["']?(chalk|debug)["']?$/, /^["']?[=v]*(5\.6\.1|4\.4\.2)["']?$/],
];

/** The same as a command names them. */
export const HARMFUL_INSTALL =
  /(^| )(event-stream@3\.3\.6|ua-parser-js@(0\.7\.29|0\.8\.0|1\.0\.0)|node-ipc@10\.1\.[12]|@solana\/web3\.js@1\.95\.[67]|chalk@5\.6\.1|debug@4\.4\.2|flatmap-stream|crossenv|colourama|jeilyfish|python3-dateutil|ultralytics==8\.3\.4[12]|ctx==0\.2\.[26])(@\S*)?( |$)/;
