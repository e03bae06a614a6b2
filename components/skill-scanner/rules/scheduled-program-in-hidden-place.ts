import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";
import { SCHEDULED_COMMANDS } from "../vocabulary/settings.ts";

export default defineRule({
  id: "scheduled-program-in-hidden-place",
  category: "persistence",
  severity: "high",
  confidence: "medium",
  languages: ["data"],
  title: "something that starts by itself is kept in a temporary or hidden folder",
  why: "Programs that are installed do not live there; ones that hide do.",
  fix: "Install the program where programs belong.",
  references: ["ATT&CK T1543", "ATT&CK T1564.001"],
  match: setting({
    of: SCHEDULED_COMMANDS,
    is: says(/(^|[\s"'=])(\/tmp\/|\/var\/tmp\/|\/dev\/shm\/)|\/\.[a-z][\w-]*\/[\w.-]*(\s|$)/i),
  }),
  bad: [
    { "a.service": "[Service]\nExecStart=/tmp/a\n" },
    { "a.desktop": "[Desktop Entry]\nType=Application\nExec=/home/u/.a/run\n" },
  ],
  good: [{ "a.service": "[Service]\nExecStart=/usr/bin/a --out /srv/tmp/x\n" }],
});
