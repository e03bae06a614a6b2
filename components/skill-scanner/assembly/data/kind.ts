// What a configuration file is, by its path: how it is read, and the name that rules know its settings by.
import { Bytes } from "../bytes";
import { CLOSE_BRACKET, DASH, isDigit, isLetter, isLineEnd, isSpace, LESS, OPEN_BRACE, OPEN_BRACKET } from "./bytes-of-text";

export const enum Format { Flow, Yaml, Toml, Sections, Dockerfile, Makefile, Requirements, Markup, Crontab, PathFile }

export class Kind {
  /** `name`: the first segment of a rule's `setting`. */
  constructor(public format: i32, public name: string) {}

  /** Nobody calls what its commands start. */
  get startsByItself(): bool {
    return this.format == Format.Crontab || this.name == "systemd-unit" || this.name == "property-list" || this.name == "desktop-entry";
  }
}

const SLASH: i32 = 47;
const DOT: i32 = 46;

export function kindOf(path: Bytes, content: Bytes): Kind {
  if (path.length == 0) return ofContent(content);
  const name = path.from(path.lastIndexOf(SLASH) + 1);
  const known = ofPlace(path, name);
  if (known !== null) return known;
  const named = ofName(name);
  return named !== null ? named : ofExtension(name.from(name.lastIndexOf(DOT) + 1), content);
}

/** Files that mean what they mean by where they are. */
function ofPlace(path: Bytes, name: Bytes): Kind | null {
  if (path.holds(".github/workflows/")) return new Kind(Format.Yaml, "workflow");
  if (path.holds(".claude/") && name.isAny(" settings.json settings.local.json ")) return new Kind(Format.Flow, "agent-settings");
  if (path.holds(".gemini/") && name.isAny(" settings.json ")) return new Kind(Format.Flow, "agent-settings");
  if (path.holds(".codex/") && name.isAny(" config.toml ")) return new Kind(Format.Toml, "agent-settings");
  if (path.holds("hooks/") && name.isAny(" hooks.json ")) return new Kind(Format.Flow, "plugin-hooks");
  if (path.holds(".vscode/") && name.isAny(" tasks.json ")) return new Kind(Format.Flow, "editor-tasks");
  if (path.holds(".vscode/") && name.isAny(" settings.json ")) return new Kind(Format.Flow, "editor-settings");
  if (path.holds(".cargo/") && name.isAny(" config config.toml ")) return new Kind(Format.Toml, "cargo-config");
  if (path.holds(".git/") && name.isAny(" config ")) return new Kind(Format.Sections, "git-config");
  if (path.holds("cron.d/") || path.holds("spool/cron/")) return new Kind(Format.Crontab, "crontab");
  return null;
}

function ofName(name: Bytes): Kind | null {
  if (name.isAny(" package.json ")) return new Kind(Format.Flow, "package-json");
  if (name.isAny(" composer.json ")) return new Kind(Format.Flow, "composer-json");
  if (name.isAny(" devcontainer.json .devcontainer.json ")) return new Kind(Format.Flow, "devcontainer");
  if (name.isAny(" pyproject.toml ")) return new Kind(Format.Toml, "pyproject");
  if (name.isAny(" pipfile ")) return new Kind(Format.Toml, "pipfile");
  if (name.isAny(" bunfig.toml ")) return new Kind(Format.Toml, "bunfig");
  if (name.isAny(" uv.toml ")) return new Kind(Format.Toml, "uv");
  if (name.isAny(" .npmrc .yarnrc ")) return new Kind(Format.Sections, "npmrc");
  if (name.isAny(" .yarnrc.yml ")) return new Kind(Format.Yaml, "npmrc");
  if (name.isAny(" pip.conf pip.ini ")) return new Kind(Format.Sections, "pip-conf");
  if (name.isAny(" .gitconfig .gitmodules ")) return new Kind(Format.Sections, "git-config");
  if (name.isAny(" action.yml action.yaml ")) return new Kind(Format.Yaml, "action");
  if (name.isAny(" .gitlab-ci.yml ")) return new Kind(Format.Yaml, "gitlab-ci");
  if (name.isAny(" .pre-commit-config.yaml ")) return new Kind(Format.Yaml, "pre-commit");
  if (name.startsWith("docker-compose") || name.isAny(" compose.yml compose.yaml ")) return new Kind(Format.Yaml, "compose");
  if (name.startsWith("dockerfile") || name.startsWith("containerfile")) return new Kind(Format.Dockerfile, "dockerfile");
  if (name.isAny(" makefile gnumakefile ")) return new Kind(Format.Makefile, "makefile");
  if (name.isAny(" crontab ")) return new Kind(Format.Crontab, "crontab");
  if (name.startsWith("requirements") || name.isAny(" constraints.txt ")) return new Kind(Format.Requirements, "requirements");
  return name.startsWith(".env") ? new Kind(Format.Sections, "env") : null;
}

function ofExtension(extension: Bytes, content: Bytes): Kind {
  if (extension.isAny(" json jsonc json5 ")) return new Kind(Format.Flow, "json");
  if (extension.isAny(" yaml yml ")) return new Kind(Format.Yaml, "yaml");
  if (extension.isAny(" toml ")) return new Kind(Format.Toml, "toml");
  if (extension.isAny(" service timer socket path ")) return new Kind(Format.Sections, "systemd-unit");
  if (extension.isAny(" desktop ")) return new Kind(Format.Sections, "desktop-entry");
  if (extension.isAny(" plist ")) return new Kind(Format.Markup, "property-list");
  if (extension.isAny(" svg ")) return new Kind(Format.Markup, "image");
  if (extension.isAny(" xml html htm ")) return new Kind(Format.Markup, "markup");
  if (extension.isAny(" mk ")) return new Kind(Format.Makefile, "makefile");
  if (extension.isAny(" pth ")) return new Kind(Format.PathFile, "path-file");
  if (extension.isAny(" ini cfg conf properties env ")) return new Kind(Format.Sections, "ini");
  return ofContent(content);
}

function ofContent(content: Bytes): Kind {
  return beginsImage(content) ? new Kind(Format.Dockerfile, "dockerfile") : new Kind(formatOf(content), "embedded");
}

/** The first word is an instruction of a Dockerfile, in capitals. */
function beginsImage(content: Bytes): bool {
  let from = 0;
  while (from < content.length && isSpace(content.at(from))) from++;
  let to = from;
  while (to < content.length && content.at(to) >= 65 && content.at(to) <= 90) to++;
  return to < content.length && isSpace(content.at(to)) && content.from(from).to(to - from).isAny(INSTRUCTIONS);
}

// Between blanks: what is built with `new` at start-up does not survive the arena.
const INSTRUCTIONS: string = " from run label copy add arg env user workdir entrypoint cmd ";

/** What has no name, such as a fence in Markdown, is known by its first byte. */
function formatOf(content: Bytes): i32 {
  let p = 0;
  while (p < content.length && isSpace(content.at(p))) p++;
  const first = p < content.length ? content.at(p) : 0;
  if (first == OPEN_BRACKET && isHeader(content, p)) return Format.Toml;
  if (first == OPEN_BRACE || first == OPEN_BRACKET) return Format.Flow;
  return first == LESS ? Format.Markup : Format.Yaml;
}

/** `[section]` alone on its line. */
function isHeader(content: Bytes, p: i32): bool {
  while (p < content.length && content.at(p) == OPEN_BRACKET) p++;
  while (p < content.length && isHeaderByte(content.at(p))) p++;
  if (p >= content.length || content.at(p) != CLOSE_BRACKET) return false;
  while (p < content.length && content.at(p) == CLOSE_BRACKET) p++;
  return p >= content.length || isLineEnd(content.at(p));
}

function isHeaderByte(byte: i32): bool {
  return isLetter(byte) || isDigit(byte) || byte == DOT || byte == DASH || byte == UNDERSCORE;
}

const UNDERSCORE: i32 = 95;
