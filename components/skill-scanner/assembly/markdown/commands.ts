// Commands that stand in text: a line or a piece of inline code that a shell could run.
import { Bytes } from "../bytes";
import { indexOf } from "./lines";

// Literals between blanks, none of them joined: what is made at start-up does not survive the arena.
/** Programs that skills are told to run. A word of these alone is only a name. */
const PROGRAMS: string = " curl wget bash sh zsh sudo python python3 node npx npm pip pip3 uvx git iwr irm powershell pwsh chmod echo cat ";
const MORE_PROGRAMS: string = " printf eval nc ncat tar scp rsync ssh base64 openssl osascript export crontab env printenv nohup dd rm xattr ";
const SYSTEM_PROGRAMS: string = " security launchctl systemctl docker aws gsutil gh mkfifo source deno bun ruby perl php find zip gpg kubectl ";
const WINDOWS_PROGRAMS: string = " schtasks reg bitsadmin certutil mshta rundll32 regsvr32 cmd sc net nslookup wmic ";
const POWERSHELL: string = " powershell pwsh iwr irm iex start-bitstransfer ";

/** `$ ` and a program, or a program with what makes a line of shell: a pipe, a redirection, an address, several commands. */
export function isCommandLine(source: usize, from: i32, to: i32): bool {
  let p = from;
  if (p + 1 < to && load<u8>(source + p) == 0x24 && load<u8>(source + p + 1) == 32) return true;
  const end = wordEnd(source, p, to);
  if (!isProgram(source, p, end)) return false;
  return holds(source, end, to, " | ") || holds(source, end, to, "|") || holds(source, end, to, "://") || holds(source, end, to, "&&")
    || holds(source, end, to, "$(") || holds(source, end, to, " > ") || holds(source, end, to, " >> ") || holds(source, end, to, " -");
}

/** The line below a command is one as well: it begins with a program, or with the path of one. */
export function goesOnWithCommands(source: usize, from: i32, to: i32): bool {
  const end = wordEnd(source, from, to);
  const first = from < to ? load<u8>(source + from) : 0;
  return isProgram(source, from, end) || (end - from > 2 && (first == 0x2f || (first == 0x2e && load<u8>(source + from + 1) == 0x2f)));
}

/** PowerShell or cmd.exe would run it. */
export function isForWindows(source: usize, from: i32, to: i32): bool {
  const word = new Bytes(source + from, wordEnd(source, from, to) - from);
  if (word.isAny(WINDOWS_PROGRAMS) || word.isAny(POWERSHELL)) return true;
  const line = new Bytes(source + from, to - from);
  return line.holds("iex") || line.holds("invoke-");
}

function holds(source: usize, from: i32, to: i32, text: string): bool {
  return indexOf(source, from, to, text) >= 0;
}

function wordEnd(source: usize, p: i32, to: i32): i32 {
  while (p < to && load<u8>(source + p) > 32) p++;
  return p;
}

export function isProgram(source: usize, from: i32, to: i32): bool {
  const first = from < to ? load<u8>(source + from) : 0;
  if (first < 97 || first > 122 || to - from < 2 || to - from > 12) return false;
  const word = new Bytes(source + from, to - from);
  return word.isAny(PROGRAMS) || word.isAny(MORE_PROGRAMS) || word.isAny(SYSTEM_PROGRAMS) || word.isAny(WINDOWS_PROGRAMS);
}
