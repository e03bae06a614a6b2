import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

/**
 * publint on what would be packed. One message is not for us: it knows only `#!/usr/bin/env` as a first line, and `env`
 * takes its program from PATH, which a hostile folder can be in (attack A30).
 */
const NOT_FOR_US = "BIN_FILE_NOT_EXECUTABLE";

const { messages, pkg } = await publint({ pkgDir: join(import.meta.dirname, ".."), strict: true });
const complaints = messages.filter(({ code }) => code !== NOT_FOR_US);
for (const message of complaints) console.error(formatMessage(message, pkg));
process.exitCode = complaints.length > 0 ? 1 : 0;
