// Keys of services that everybody knows: whose they are is certain, and so is where they belong.

const AI =
  "OPENAI|ANTHROPIC|CLAUDE|GEMINI|COHERE|MISTRAL|GROQ|DEEPSEEK|HUGGING_?FACE(HUB)?|HF|REPLICATE|TOGETHER|PERPLEXITY|XAI|OPENROUTER|ELEVENLABS";
const CODE =
  "GITHUB|GH|GITLAB|BITBUCKET|NPM|NODE_AUTH|YARN|PYPI|TWINE|CARGO_REGISTRY|DOCKER|DOCKERHUB|CODECOV|CIRCLECI|CI_JOB|SONAR";
const CLOUD =
  "AWS|AZURE|GCP|GOOGLE|CLOUDFLARE|CF|VERCEL|NETLIFY|HEROKU|DIGITALOCEAN|DO|LINODE|FLY|RAILWAY|SUPABASE|FIREBASE|DATABRICKS|SNOWFLAKE|VAULT|CONSUL|KUBE|TF|TERRAFORM";
const OTHER =
  "STRIPE|PAYPAL|TWILIO|SENDGRID|MAILGUN|SLACK|DISCORD|TELEGRAM|NOTION|LINEAR|JIRA|CONFLUENCE|ATLASSIAN|SHOPIFY|SENTRY|DATADOG|DD|NEW_RELIC|OKTA|AUTH0|BINANCE|COINBASE|ALCHEMY|INFURA|SOLANA|ETHERSCAN";

/** A variable that holds a key of one of these; or what opens an account, a database or a wallet, whoever runs it. */
export const ISSUED_SECRET = new RegExp(
  [
    `^(\\w+_)?(${AI}|${CODE}|${CLOUD}|${OTHER})_(\\w+_)?(API_?KEY|ACCESS_?KEY(_ID)?|KEY|TOKEN|SECRET|PASSWORD|PAT|CREDENTIALS)(_ID)?$`,
    "^(\\w+_)?(DATABASE_URL|DB_PASSWORD|POSTGRES_PASSWORD|MYSQL_ROOT_PASSWORD|MYSQL_PASSWORD|MONGO(DB)?_URI|REDIS_PASSWORD|PGPASSWORD)$",
    "^(\\w+_)?(WALLET_PRIVATE_KEY|PRIVATE_KEY|SSH_PRIVATE_KEY|MNEMONIC|SEED_PHRASE|SECRET_KEY_BASE|DJANGO_SECRET_KEY)$",
  ].join("|"),
  "i",
);

/** Such a one never leaves the machine as it is. */
export const SIGNING_SECRET =
  /(^|_)(AWS_SECRET_ACCESS_KEY|AWS_SECRET_KEY|PRIVATE_KEY|MNEMONIC|SEED_PHRASE|DATABASE_URL|SECRET_KEY_BASE)$/i;

const ISSUERS = [
  "openai\\.com|anthropic\\.com|claude\\.(ai|com)|google(apis|usercontent)?\\.com|gstatic\\.com|firebaseio\\.com|cohere\\.(ai|com)|mistral\\.ai|groq\\.com|deepseek\\.com",
  "huggingface\\.co|hf\\.(co|space)|replicate\\.com|together\\.(ai|xyz)|perplexity\\.ai|x\\.ai|openrouter\\.ai|elevenlabs\\.io",
  "github(usercontent|app)?\\.com|ghcr\\.io|gitlab\\.com|bitbucket\\.org|npmjs\\.(org|com)|yarnpkg\\.com|pypi\\.org|crates\\.io|docker\\.(io|com)|codecov\\.io|circleci\\.com|sonarcloud\\.io",
  "amazonaws\\.com(\\.cn)?|aws\\.amazon\\.com|azure\\.(com|net)|microsoft(online)?\\.com|windows\\.net|visualstudio\\.com|cloudflare\\.com|workers\\.dev|vercel\\.(com|app)|netlify\\.(com|app)",
  "heroku(app)?\\.com|digitalocean\\.com|linode\\.com|fly\\.(io|dev)|railway\\.app|supabase\\.(co|com|in)|databricks\\.com|snowflakecomputing\\.com|terraform\\.io|hashicorp\\.(com|cloud)",
  "stripe\\.com|paypal\\.com|twilio\\.com|sendgrid\\.(com|net)|mailgun\\.(net|org)|slack\\.com|discord(app)?\\.com|telegram\\.org|notion\\.(com|so)|linear\\.app|atlassian\\.(net|com)",
  "(my)?shopify\\.com|sentry\\.io|datadoghq\\.(com|eu)|newrelic\\.com|okta\\.com|auth0\\.com|binance\\.(com|us)|coinbase\\.com|alchemy\\.com|infura\\.io|solana\\.com|etherscan\\.io",
].join("|");

/** Run by many who use them, under names of their own. */
const SELF_HOSTED = "gitlab|jira|confluence|sentry|sonar(qube)?|vault|consul";

/** Where such keys belong. */
export const ISSUER_HOST = new RegExp(`(?<![\\w-])(${ISSUERS})(?![\\w.-])|(\\/\\/|\\w\\.)(${SELF_HOSTED})[.-]`, "i");

/** The name of a host and nothing else, as a connection is told it. */
export const BARE_HOST = /^([a-z0-9-]+\.)+[a-z]{2,}(:\d+)?$/i;
