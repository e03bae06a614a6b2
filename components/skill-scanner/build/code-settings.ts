import { SETTINGS } from "../match.ts";

const settings = (kind: string, ...keys: readonly string[]) => keys.map((key) => `${SETTINGS}.${kind}.${key}`);

/** Settings whose value is a command line, or the list of its words. */
export const SHELL_SETTINGS = [
  ...settings("package-json", "scripts.*"),
  ...["workflow", "strangers-workflow"].flatMap((kind) => settings(kind, "jobs.*.steps.run")),
  ...settings("action", "runs.steps.run"),
  ...settings("dockerfile", "RUN", "CMD", "ENTRYPOINT", "run", "cmd", "entrypoint"),
  ...settings("compose", "services.*.command", "services.*.entrypoint"),
  ...settings("quoted-agent-settings", "hooks.*.hooks.command"),
  ...settings("plugin-hooks", "hooks.*.hooks.command", "hooks.*.command"),
  ...settings(
    "agent-settings",
    "hooks.*.hooks.command",
    "hooks.*.command",
    "statusLine.command",
    "apiKeyHelper",
    "notify",
  ),
  ...settings(
    "devcontainer",
    ...["initialize", "onCreate", "updateContent", "postCreate", "postStart"].map((when) => `${when}Command`),
  ),
  ...settings("editor-tasks", "tasks.command"),
  ...settings("pre-commit", "repos.hooks.entry"),
  ...settings(
    "systemd-unit",
    ...["ExecStart", "ExecStartPre", "ExecStartPost", "ExecStop"].map((key) => `Service.${key}`),
  ),
  ...settings("desktop-entry", "Desktop.Entry.Exec"),
  ...settings("property-list", "ProgramArguments"),
  ...settings("crontab", "*"),
  ...settings("makefile", "*"),
];

/** Settings that are lists of command lines. */
export const SHELL_LINE_SETTINGS = [
  ...["script", "before_script", "after_script"].flatMap((key) => settings("gitlab-ci", key, `*.${key}`)),
  ...settings("composer-json", "scripts.*"),
];

/** Settings whose value is JavaScript. */
export const SCRIPT_SETTINGS = ["markup", "image"].flatMap((kind) =>
  settings(kind, "script", "onload", "onerror", "onclick", "onmouseover", "onfocus", "onbegin"),
);
