const CONNECTIONS = [
  "sqlite3.connect()",
  "psycopg2.connect()",
  "psycopg.connect()",
  "pymysql.connect()",
  "MySQLdb.connect()",
  "mysql.connector.connect()",
  "mariadb.connect()",
  "duckdb.connect()",
];
const VERBS = ["execute", "executemany", "executescript"];

/** Run a statement of SQL that they are given as a text. */
export const STATEMENT_RUNNERS = [
  ...CONNECTIONS.flatMap((connection) => [
    ...VERBS.map((verb) => `${connection}.${verb}`),
    ...VERBS.map((verb) => `${connection}.cursor().${verb}`),
  ]),
  ...["run", "all", "get", "exec"].map((verb) => `js.sqlite3.Database().${verb}`),
  ...["prepare", "exec"].map((verb) => `js.better-sqlite3().${verb}`),
  ...["pg.Pool()", "pg.Client()", "mysql.createConnection()", "mysql2.createConnection()", "mysql.createPool()"].map(
    (connection) => `js.${connection}.query`,
  ),
];
