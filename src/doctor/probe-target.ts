/** What the probe process tries to reach. All of it exists, and belongs to whoever started the probe. */
export interface ProbeTarget {
  /** A file that the user may read and write. */
  readonly file: string;
  /** A folder that the user may write. */
  readonly folder: string;
  /** A process of the user. */
  readonly pid: number;
  /** A TCP port of 127.0.0.1 that accepts connections. */
  readonly port: number;
  /** A program that the user may start. */
  readonly program: string;
}

/** What became of each attempt: "worked", or the code of the error. */
export interface ProbeAnswer {
  readonly attempts: Readonly<Record<string, string>>;
  /** Environment variables that the process has. */
  readonly environment: number;
  /** Open descriptors that are files. */
  readonly files: number;
}
