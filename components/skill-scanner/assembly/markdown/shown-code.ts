// What a document shows that is more than text: code, settings, what is to be put into a file.
import { Findings } from "../findings";
import { Language } from "../language";
import { Topic } from "../prose/judge";
import { Channel, Prose } from "../prose/prose";
import { ProseText } from "../prose/text";
import { goesOnWithCommands, isCommandLine, isForWindows } from "./commands";
import { Excerpt } from "./fence";
import { commandEnd, commandStart } from "./told-commands";
import { ToldFiles } from "./told-files";

export class ShownCode {
  /** Code, in the order in which it stands. */
  readonly excerpts: Excerpt[] = [];
  /** Blocks that are to be put into files. */
  readonly files: ToldFiles = new ToldFiles();
  readonly source: usize;
  /** What a person reads, and what he does not. */
  readonly text: ProseText;
  readonly hidden: ProseText;
  /** A list follows that says what not to do. */
  protected denies: bool = false;
  /** Where the last line of commands ended, as long as nothing else was noted since; -1 otherwise. */
  protected commandsEnd: i32 = -1;

  constructor(source: StaticArray<u8>, protected from: i32, protected to: i32, readonly prose: Prose, readonly findings: Findings) {
    this.source = changetype<usize>(source);
    this.text = prose.visible;
    this.hidden = prose.hidden;
    this.text.reset();
    this.hidden.reset();
    this.text.plain = this.hidden.plain = false;
  }

  /** What may have to be put into a file; what stands in a text about attacks is an example of one. */
  protected fileAt(at: i32, from: i32, to: i32): void {
    if (!this.denies && this.prose.judge(Channel.Visible).topic == Topic.None) this.files.block(this.source, this.from, at, from, to);
  }

  /** A line that a shell could run, or that tells to run what it ends with. */
  protected commandLine(from: i32, to: i32): void {
    if (this.commandsEnd >= 0 && this.commandsEnd + 1 == from && goesOnWithCommands(this.source, from, to)) {
      this.excerpts[this.excerpts.length - 1].to = to;
      this.commandsEnd = to;
      return;
    }
    if (isCommandLine(this.source, from, to)) {
      this.excerpt(from, to);
      if (!isForWindows(this.source, from, to)) this.commandsEnd = to;
      return;
    }
    const start = commandStart(this.source, from, to);
    if (start >= 0) this.excerpt(start, commandEnd(this.source, start, to));
  }

  protected excerpt(from: i32, to: i32): void {
    this.show(Language.Shell, from, to, 0, false);
    if (isForWindows(this.source, from, to)) this.show(Language.Shell, from, to, 0, true);
  }

  protected show(language: i32, from: i32, to: i32, indent: i32, isForWindows: bool): void {
    const excerpt = new Excerpt(language, from, to, indent);
    this.commandsEnd = -1;
    excerpt.isForWindows = isForWindows;
    excerpt.isAside = this.prose.judge(Channel.Visible).topic != Topic.None;
    this.excerpts.push(excerpt);
  }

  /** A text that was decoded here: settings and commands are read as such. */
  decoded(bytes: StaticArray<u8>, length: i32, at: i32): void {
    const base = changetype<usize>(bytes);
    const first = load<u8>(base) as i32;
    const language = first == 0x7b || first == 0x5b ? Language.Data : isCommandLine(base, 0, length) ? Language.Shell : -1;
    if (language < 0 || this.denies) return;
    this.show(language, at, at + 1, 0, false);
    this.excerpts[this.excerpts.length - 1].decoded = bytes.slice<StaticArray<u8>>(0, length);
  }

  /** Its hooks are settings. The lines of dashes around it are comments to whoever reads settings. */
  frontmatter(from: i32, to: i32): void {
    const excerpt = new Excerpt(Language.Data, from, to, 0);
    excerpt.isFrontmatter = true;
    this.excerpts.push(excerpt);
  }
}
