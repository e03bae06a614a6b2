/** How a scan's result can be written. Each is one file of `src/report/`. */
export const FORMATS = ["text", "json", "sarif", "html", "markdown", "junit", "github"] as const;
export type Format = (typeof FORMATS)[number];
