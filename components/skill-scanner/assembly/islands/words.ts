// What words begin or join in the languages that are read as islands.
import { Names } from "../python/names";
import { In } from "./dialects";

export const enum Role {
  NONE, IF, ELIF, ELSE, UNLESS, WHILE, UNTIL, FOR, DO, LOOP, SWITCH, CASE, DEFAULT, TRY, CATCH, FINALLY, RETURN, JUMP, FUNCTION, TYPE, IMPORT,
  DECLARE, MODIFIER, NEW, TRUE, FALSE, NULL, THIS, NOT, AND, OR, IN, CAST, TEST, PREFIX, END, THEN, BEGIN, WATER, JOIN, QUOTE,
}

/** A row is a role, the dialects in which the words have it, and the words. */
const ROLES: StaticArray<i32> = [
  Role.IF, Role.IF, Role.ELIF, Role.ELSE, Role.UNLESS, Role.WHILE, Role.UNTIL, Role.FOR, Role.FOR, Role.DO, Role.DO, Role.LOOP, Role.LOOP,
  Role.SWITCH, Role.SWITCH, Role.SWITCH, Role.CASE, Role.DEFAULT,
  Role.TRY, Role.CATCH, Role.FINALLY, Role.RETURN, Role.RETURN, Role.JUMP, Role.JUMP,
  Role.FUNCTION, Role.FUNCTION, Role.FUNCTION, Role.FUNCTION, Role.FUNCTION, Role.FUNCTION, Role.FUNCTION,
  Role.TYPE, Role.TYPE, Role.TYPE, Role.TYPE, Role.TYPE, Role.TYPE,
  Role.IMPORT, Role.IMPORT, Role.IMPORT, Role.IMPORT,
  Role.DECLARE, Role.DECLARE, Role.DECLARE, Role.DECLARE, Role.DECLARE, Role.DECLARE, Role.DECLARE, Role.DECLARE,
  Role.MODIFIER, Role.MODIFIER, Role.MODIFIER, Role.MODIFIER, Role.MODIFIER, Role.MODIFIER, Role.MODIFIER,
  Role.NEW, Role.TRUE, Role.FALSE, Role.NULL, Role.THIS, Role.THIS, Role.NOT, Role.AND, Role.OR,
  Role.IN, Role.IN, Role.CAST, Role.TEST, Role.TEST, Role.PREFIX, Role.PREFIX, Role.PREFIX, Role.PREFIX,
  Role.END, Role.END, Role.END, Role.THEN, Role.BEGIN, Role.WATER, Role.WATER, Role.WATER, Role.JOIN, Role.QUOTE,
];

const SETS: StaticArray<i32> = [
  In.All, In.Swift, In.All, In.All, In.Perl, In.All, In.Perl | In.Lua | In.AppleScript, In.All, In.CSharp | In.PHP | In.Perl, In.All ^ In.Lua ^ In.Julia ^ In.AppleScript ^ In.Vim ^ In.R, In.Lua, In.Rust, In.Lua | In.R | In.Swift | In.AppleScript,
  In.CSharp | In.Java | In.Groovy | In.Dart | In.C | In.PHP | In.Swift, In.Rust | In.Scala | In.PHP, In.Kotlin, In.All ^ In.Scripts, In.CSharp | In.Java | In.Groovy | In.Dart | In.C | In.PHP | In.Swift,
  In.All ^ In.R, In.All, In.All, In.All, In.Vim, In.All, In.Perl | In.R,
  In.Rust | In.PHP, In.Kotlin, In.Swift, In.PHP | In.Lua | In.Vim | In.R | In.Julia, In.Perl, In.Scala, In.AppleScript,
  In.All ^ In.Scripts ^ In.Rust, In.CSharp | In.Swift | In.Rust | In.Scala | In.C | In.Julia | In.Java | In.PHP | In.Dart | In.Kotlin | In.Groovy, In.Rust | In.Swift, In.CSharp | In.C | In.PHP | In.Scala, In.Kotlin | In.Scala, In.Rust | In.Julia,
  In.Java | In.Kotlin | In.Scala | In.Groovy | In.Dart | In.Swift | In.Julia, In.CSharp | In.Julia | In.C, In.PHP | In.Rust | In.Perl, In.Perl,
  In.Rust | In.Swift | In.Dart | In.CSharp | In.Kotlin | In.Scala | In.Java | In.Groovy | In.Vim, In.Kotlin | In.Scala, In.Groovy, In.Perl, In.Lua | In.Julia, In.C | In.CSharp | In.Java | In.Dart, In.PHP | In.Julia, In.AppleScript,
  In.All ^ In.Scripts ^ In.C, In.All ^ In.Scripts, In.Swift | In.Kotlin | In.Scala, In.C, In.Rust, In.CSharp | In.Dart | In.Java, In.Vim,
  In.All ^ In.Scripts ^ In.Rust, In.All, In.All, In.All, In.All ^ In.R, In.Swift | In.Rust | In.Lua | In.PHP, In.Perl | In.Lua | In.AppleScript, In.Perl | In.Lua | In.AppleScript | In.PHP, In.Perl | In.Lua | In.AppleScript | In.PHP,
  In.All, In.PHP, In.Kotlin | In.Swift | In.Rust | In.Dart | In.CSharp | In.AppleScript, In.Java | In.PHP | In.Kotlin | In.Dart | In.CSharp | In.Groovy | In.Swift, In.Perl, In.CSharp | In.Kotlin | In.Dart | In.Swift | In.Rust | In.PHP | In.C | In.Scala, In.Rust | In.Swift, In.CSharp, In.C,
  In.Lua | In.Julia | In.AppleScript, In.Vim, In.Lua, In.Lua | In.Scala | In.AppleScript, In.Julia, In.All ^ In.Scripts, In.Perl, In.C | In.CSharp | In.PHP, In.Perl, In.Perl,
];

const WORDS: StaticArray<string> = [
  "if", "guard", "elseif elsif elif", "else", "unless", "while", "until", "for", "foreach", "do", "do", "loop", "repeat",
  "switch", "match", "when", "case", "default",
  "try", "catch except", "finally", "return", "finish", "break continue", "next last redo",
  "fn", "fun", "func init", "function", "sub", "def", "on",
  "class interface", "struct enum", "impl trait mod extension protocol actor", "namespace union record", "object", "union module macro",
  "import", "using", "use", "require no",
  "let const var final", "val lazy", "def", "my our local state", "local global const", "const auto var static", "static global", "set",
  "public private protected internal static abstract override sealed virtual readonly open native synchronized transient volatile strictfp", "async partial extern final", "fileprivate inline infix suspend lateinit companion data mutating implicit tailrec operator inner crossinline convenience required weak unowned indirect nonisolated inout vararg", "const unsigned signed volatile register typename constexpr virtual public private protected explicit friend restrict long short __attribute__", "pub unsafe extern crate", "late external covariant factory required params throws", "silent noautocmd keepjumps keepalt keeppatterns lockmarks verbose sil noa",
  "new", "true TRUE True", "false FALSE False", "null nil NULL undef None nullptr NA missing", "this $this", "self Self", "not", "and", "or",
  "in", "as", "as", "is instanceof", "eq ne lt gt le ge cmp isa", "await yield throw rethrow", "mut ref move try dyn box some any", "out ref checked unchecked stackalloc", "sizeof typeof typename co_await co_return",
  "end", "endif endfor endwhile endfunction endfunc endfu endf endtry en", "until", "then", "begin", "package where goto", "package format", "typedef goto declare", "x", "q qq qw qx m s tr y qr",
];

/** Every word has a lower number than this. */
export const MOST_WORDS: i32 = 512;

/** Makes the words known, so that their numbers are low ones. */
export function internWords(names: Names): void {
  for (let i = 0; i < WORDS.length; i++) eachWord(names, i, null);
}

/** Roles by the numbers of words. */
export function rolesOf(names: Names, dialect: i32): StaticArray<u8> {
  const roles = new StaticArray<u8>(MOST_WORDS);
  for (let i = 0; i < WORDS.length; i++) if ((unchecked(SETS[i]) >> dialect) & 1) eachWord(names, i, roles);
  return roles;
}

function eachWord(names: Names, row: i32, roles: StaticArray<u8> | null): void {
  const words = unchecked(WORDS[row]);
  for (let from = 0; from < words.length; ) {
    let to = words.indexOf(" ", from);
    if (to < 0) to = words.length;
    const id = names.of(words.substring(from, to));
    if (roles !== null && id < MOST_WORDS) unchecked(roles[id] = unchecked(ROLES[row]) as u8);
    from = to + 1;
  }
}
