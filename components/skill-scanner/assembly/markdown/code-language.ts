// The language of a block of code.
import { Language, nameOfLanguage } from "../language";
import { Fence } from "./fence";
import { timeLength } from "../commands/schedules";
import { isCommandLine } from "./commands";
import { lineEnd, skipBlanks } from "./lines";

/** Lines of an unnamed block that are looked at. */
const LINES_TO_ASK: i32 = 12;

/** -1 for a block that is read as text. */
export function languageOfFence(fence: Fence, source: usize): i32 {
  if (fence.infoFrom >= fence.infoTo) return guess(source, fence.from, fence.to);
  if (fence.isAny(source, " python py python3 py3 ipython sage ")) return Language.Python;
  if (fence.isAny(source, " javascript js jsx typescript ts tsx node mjs cjs mts ")) return Language.JavaScript;
  if (fence.isAny(source, " bash sh shell zsh console shell-session shellsession terminal sh-session ksh fish command commandline bash-session ")) return Language.Shell;
  if (isWindowsFence(fence, source)) return Language.Shell;
  if (fence.isAny(source, " go golang ")) return Language.Go;
  if (fence.isAny(source, " ruby rb ")) return Language.Ruby;
  if (fence.isAny(source, " cron crontab ")) return Language.Shell;
  if (fence.isAny(source, " text txt plaintext plain none ")) return guess(source, fence.from, fence.to);
  if (fence.isAny(source, " json jsonc json5 yaml yml toml ini dockerfile makefile ")) return Language.Data;
  for (let i = 0; i < ISLANDS.length; i++) if (fence.isAny(source, unchecked(ISLANDS[i]))) return Language.CSharp + i;
  return -1;
}

/** Of the languages from C# on. */
const ISLANDS: StaticArray<string> = [
  " csharp c# cs dotnet ", " java ", " kotlin kt kts ", " scala ", " groovy gradle ", " dart ", " swift ", " rust rs ", " c cpp c++ cxx h hpp objc objective-c objectivec ",
  " php ", " perl pl ", " lua ", " vim viml vimscript ", " r rscript ", " julia jl ", " applescript osascript ",
];

/** For PowerShell or cmd.exe. */
export function isWindowsFence(fence: Fence, source: usize): bool {
  return fence.isAny(source, " powershell pwsh ps ps1 posh cmd bat batch batchfile dos doscon ");
}

export function isBatchFence(fence: Fence, source: usize): bool {
  return fence.isAny(source, " cmd bat batch batchfile dos doscon ");
}

/** A block without a name: commands, when one of its first lines is one. */
function guess(source: usize, from: i32, to: i32): i32 {
  let p = from;
  for (let i = 0; i < LINES_TO_ASK && p < to; i++) {
    const end = lineEnd(source, p, to);
    const start = skipBlanks(source, p, end);
    if (isCommandLine(source, start, end) || timeLength(source, start, end) > 0) return Language.Shell;
    p = end + 1;
  }
  return -1;
}

/** As people are told where something was found. */
export function layerOf(language: i32): string {
  switch (language) {
    case Language.Python: return "Python in Markdown";
    case Language.JavaScript: return "JavaScript in Markdown";
    case Language.Go: return "Go in Markdown";
    case Language.Ruby: return "Ruby in Markdown";
    case Language.Data: return "settings in Markdown";
    case Language.Shell: return "shell in Markdown";
    default: return language >= Language.CSharp ? nameOfLanguage(language) + " in Markdown" : "text in Markdown";
  }
}
