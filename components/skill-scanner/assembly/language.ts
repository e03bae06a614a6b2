// What a file is written in, by its name, or its first line.
import { Bytes } from "./bytes";

/** In the order of LANGUAGE_NAMES. */
export const enum Language {
  Text,
  Python,
  JavaScript,
  Shell,
  Markdown,
  Data,
  /** The printable runs of a program: nobody wrote them as sentences. */
  Words,
  Go,
  Ruby,
  PowerShell,
  /** Lines of a table or of a log. */
  Rows,
  Batch,
  // read as islands: islands/dialects.ts
  CSharp,
  Java,
  Kotlin,
  Scala,
  Groovy,
  Dart,
  Swift,
  Rust,
  C,
  PHP,
  Perl,
  Lua,
  Vim,
  R,
  Julia,
  AppleScript,
}

/** As the answer tells them. */
const LANGUAGE_NAMES: StaticArray<string> = [
  "text", "python", "javascript", "shell", "markdown", "data", "text", "go", "ruby", "shell", "text", "shell",
  "c#", "java", "kotlin", "scala", "groovy", "dart", "swift", "rust", "c", "php", "perl", "lua", "vim script", "r", "julia", "applescript",
];

export function nameOfLanguage(language: i32): string {
  return unchecked(LANGUAGE_NAMES[language]);
}

/** `path` in UTF-8, separated by `/`. */
export function languageOf(path: Bytes, content: Bytes): i32 {
  if (path.endsWith(STRINGS) || isSourceMap(path, content)) return Language.Words;
  const name = path.from(path.lastIndexOf(SLASH) + 1);
  if (isDataName(name) || isDataPlace(path, name)) return Language.Data;
  if (name.isAny(RUBY_NAMES)) return Language.Ruby;
  if (isShellFile(name)) return Language.Shell;
  const dot = name.lastIndexOf(DOT);
  const known = dot > 0 ? ofExtension(name.from(dot + 1)) : -1;
  if (known >= 0 && known < Language.Rows && known != Language.Words) return known;
  const first = ofFirstLine(content); // it decides what runs, whatever the name says
  return known >= 0 && first == Language.Text ? known : first;
}

/** A shell reads it at its start or end. */
export function isShellFile(name: Bytes): bool {
  return name.isAny(SHELL_FILES);
}

/** What a compiler writes beside its output: a program's words, without their order. */
function isSourceMap(path: Bytes, content: Bytes): bool {
  return path.endsWith(".map") && content.length > 0 && content.at(0) == 0x7b;
}

/** How the host calls what it took out of a program: src/skill/contents/binary.ts. */
const STRINGS = "!/strings.txt";

const SLASH: i32 = 47;
const DOT: i32 = 46;

function ofExtension(extension: Bytes): i32 {
  if (extension.isAny(PYTHON)) return Language.Python;
  if (extension.isAny(JAVASCRIPT)) return Language.JavaScript;
  if (extension.isAny(SHELL)) return Language.Shell;
  if (extension.isAny(" go ")) return Language.Go;
  if (extension.isAny(RUBY)) return Language.Ruby;
  if (extension.isAny(MARKDOWN)) return Language.Markdown;
  if (extension.isAny(ROWS)) return Language.Rows;
  if (extension.isAny(" css scss less ")) return Language.Words;
  if (extension.isAny(DATA)) return Language.Data;
  for (let i = 0; i < ISLANDS.length; i++) if (extension.isAny(unchecked(ISLANDS[i]))) return Language.CSharp + i;
  return -1;
}

/** By the name's end, of the languages from C# on. */
const ISLANDS: StaticArray<string> = [
  " cs csx ", " java ", " kt kts ", " scala sc sbt ", " groovy gradle ", " dart ", " swift ", " rs ", " c h cc cpp cxx hpp hh hxx m mm ino cu ",
  " php php3 php4 php5 php7 phtml phar ", " pl pm perl ", " lua ", " vim vimrc ", " r ", " jl ", " applescript scpt ",
];

// Literals between blanks: what is built with `new` at start-up does not survive the arena.
const PYTHON = " py pyw pyi pyx ";
const JAVASCRIPT = " js mjs cjs jsx ts mts cts tsx ";
const RUBY = " rb gemspec rake ru podspec ";
const SHELL = " sh bash zsh ksh dash command bats ps1 psm1 psd1 bat cmd ";
const MARKDOWN = " md markdown mdx mdc ";
const DATA = " json jsonc json5 yaml yml toml ini cfg conf properties env xml html htm svg plist service timer socket desktop pth mk ";
const SHELL_FILES = " .bashrc .bash_profile .bash_login .bash_logout .bash_aliases .zshrc .zshenv .zprofile .zlogin .zlogout .profile .kshrc ";
const ROWS = " csv tsv jsonl ndjson log ";
const RUBY_NAMES = " gemfile rakefile vagrantfile podfile brewfile fastfile guardfile ";
const DATA_NAMES = " makefile gnumakefile .npmrc .yarnrc .pypirc pip.conf crontab pipfile .gitconfig .gitmodules constraints.txt ";

function isDataName(name: Bytes): bool {
  return name.isAny(DATA_NAMES) || name.startsWith("dockerfile") || name.startsWith("containerfile") || name.startsWith(".env") || isRequirements(name);
}

/** Files whose place makes them what they are. */
function isDataPlace(path: Bytes, name: Bytes): bool {
  return path.holds("cron.d/") || (name.isAny(" config ") && (path.holds(".git/") || path.holds(".cargo/")));
}

function isRequirements(name: Bytes): bool {
  return name.startsWith("requirements") && name.from(name.lastIndexOf(DOT)).isAny(" .txt .in ");
}

/** `#!/usr/bin/env python3` */
function ofFirstLine(content: Bytes): i32 {
  if (content.length < 3 || content.at(0) != 35 || content.at(1) != 33) return Language.Text;
  let end = 2;
  while (end < content.length && end < LONGEST_FIRST_LINE && content.at(end) != 10) end++;
  const line = content.to(end);
  if (line.holds("python")) return Language.Python;
  if (line.holds("node") || line.holds("deno") || line.holds("bun")) return Language.JavaScript;
  if (line.holds("ruby")) return Language.Ruby;
  if (line.holds("perl")) return Language.Perl;
  if (line.holds("php")) return Language.PHP;
  if (line.holds("lua")) return Language.Lua;
  if (line.holds("osascript")) return Language.AppleScript;
  if (line.holds("rscript")) return Language.R;
  if (line.holds("julia")) return Language.Julia;
  return line.holds("sh") ? Language.Shell : Language.Text;
}

const LONGEST_FIRST_LINE: i32 = 200;
