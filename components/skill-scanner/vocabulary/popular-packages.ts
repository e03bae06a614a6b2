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
