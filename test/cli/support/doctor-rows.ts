interface Row {
  readonly id: string;
  readonly state: string;
  readonly detail: string;
  readonly fix?: string;
}

/** The rows of `doctor --json` by their id. */
export function rowsOf(stdout: string): Readonly<Record<string, Row>> {
  const { machine, promises } = JSON.parse(stdout) as { machine: Row[]; promises: Row[] };
  return Object.fromEntries([...machine, ...promises].map((row) => [row.id, row]));
}
