// Packages whose names are worth imitating. Source: the public download counts of npm and PyPI; chosen by hand from the top of both.

export const POPULAR_NPM = [
  ...["lodash", "express", "react", "react-dom", "axios", "chalk", "commander", "request", "webpack", "typescript"],
  ...["eslint", "prettier", "mongoose", "puppeteer", "playwright", "dotenv", "cross-env", "socket.io", "electron"],
  ...["jquery", "moment", "underscore", "bluebird", "discord.js", "ethers", "web3", "colors", "nodemailer", "passport"],
  ...[
    "ts-node",
    "babel-core",
    "openai",
    "langchain",
    "express-session",
    "body-parser",
    "mongodb",
    "nodemon",
    "tailwindcss",
  ],
  ...[
    "jsonwebtoken",
    "cheerio",
    "winston",
    "crypto-js",
    "react-router-dom",
    "styled-components",
    "graphql",
    "sequelize",
  ],
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
  ...[
    "djongo",
    "openapi",
    "redoc",
    "roact",
    "requester",
    "colours",
    "eslint-plus",
    "web3-core",
    "node-graphql",
    "express-js",
  ],
  ...["transformer", "expresso", "moments", "passports", "opena", "paramiko2", "fastapi2", "pydantic2", "react-do"],
];

/**
 * Packages that were published to harm, and have no other use. Sources: npm's report on `crossenv` and its siblings (August 2017),
 * the project's own issue on `flatmap-stream` (dominictarr/event-stream#116, 2018), SK-CSIRT's advisory skcsirt-sa-20170909-pypi
 * (`acqusition`, `apidev-coop`, `setup-tools`, `urlib3`), and press reports with the registry's removal on `colourama`, `libpeshka`
 * (October 2018), `python3-dateutil` and `jeIlyfish` (December 2019; its third letter is a capital i).
 */
export const HARMFUL_NPM =
  /^["']?(flatmap-stream|crossenv|cross-env\.js|babelcli|ffmepg|gruntcli|mongose|nodesass|noderequest|nodemailer-js|nodemailer\.js|shadowsock|nodesqlite|node-opensl|node-opencv|nodemssql|nodefabric)["']?$/;
export const HARMFUL_PYPI =
  /^["']?(colourama|jeilyfish|python3-dateutil|acqusition|apidev-coop|urlib3|setup-tools|libpeshka)([^\w.-]|$)/i;

/**
 * Releases of honest packages that somebody else had slipped code into, or their own author; each was withdrawn. Sources: issues of
 * the projects themselves (dominictarr/event-stream#116, faisalman/ua-parser-js#536, veged/coa#99, dominictarr/rc#131,
 * chalk/chalk#656, debug-js/debug#1005, ultralytics/ultralytics#18027) and advisories (GHSA-73qr-pfmq-6rp8, GHSA-g2q5-5433-rhrf,
 * GHSA-97m3-58mm-6hq3 with CVE-2022-23812, GHSA-jcxm-7wvp-g6p5, GHSA-4g82-3jcr-q52w).
 */
export const HARMFUL_RELEASES: readonly (readonly [RegExp, RegExp])[] = [
  [/^["']?event-stream["']?$/, /^["']?[=v]*3\.3\.6["']?$/],
  [/^["']?ua-parser-js["']?$/, /^["']?[=v]*(0\.7\.29|0\.8\.0|1\.0\.0)["']?$/],
  [/^["']?coa["']?$/, /^["']?[=v]*(2\.0\.3|2\.0\.4|2\.1\.1|2\.1\.3|3\.0\.1|3\.1\.3)["']?$/],
  [/^["']?rc["']?$/, /^["']?[=v]*(1\.2\.9|1\.3\.9|2\.3\.9)["']?$/],
  [/^["']?node-ipc["']?$/, /^["']?[=v]*10\.1\.[12]["']?$/],
  [/^["']?@solana\/web3\.js["']?$/, /^["']?[=v]*1\.95\.[67]["']?$/],
  [/^["']?chalk["']?$/, /^["']?[=v]*5\.6\.1["']?$/],
  [/^["']?debug["']?$/, /^["']?[=v]*4\.4\.2["']?$/],
];

/** The same as a command names them. */
export const HARMFUL_INSTALL =
  /(^| )(event-stream@3\.3\.6|ua-parser-js@(0\.7\.29|0\.8\.0|1\.0\.0)|node-ipc@10\.1\.[12]|@solana\/web3\.js@1\.95\.[67]|chalk@5\.6\.1|debug@4\.4\.2|flatmap-stream|crossenv|colourama|jeilyfish|python3-dateutil|ultralytics==8\.3\.4[1256]|ctx==0\.2\.[26])(@\S*)?( |$)/;
