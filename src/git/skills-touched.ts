/** What a change touches: paths from the top of the work tree, as latin1. */
export interface Touched {
  /** Folders of skills that are there now, none within another. */
  readonly skills: readonly string[];
  /** Changed files that belong to no skill. */
  readonly files: readonly string[];
}

/** What is there now, and what was there before. */
export interface Sides {
  /** The folder has a SKILL.md. The top is the empty path. */
  isSkillNow(folder: string): boolean;
  wasSkill(folder: string): boolean;
  /** Not for a link in its place. */
  isFolderNow(folder: string): boolean;
  existsNow(path: string): boolean;
}

/**
 * Maps each changed file to its nearest SKILL.md. Where that is gone and no other covers the file, what is left of the
 * skill's folder counts as touched whole: its files may be in other company now.
 */
export function skillsTouched(changed: Iterable<string>, sides: Sides): Touched {
  const skills = new Set<string>();
  const files = new Set<string>();
  for (const path of changed) {
    const folders = foldersAbove(path);
    const skill =
      folders.find(sides.isSkillNow) ?? folders.find((folder) => sides.wasSkill(folder) && sides.isFolderNow(folder));
    if (skill !== undefined) skills.add(skill);
    else if (sides.existsNow(path)) files.add(path);
  }
  return { skills: outermost(skills), files: [...files].toSorted() };
}

/** Nearest first, the top (empty) last. A path that ends with `/` is a folder itself. */
function foldersAbove(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return Array.from({ length: parts.length + 1 }, (_, cut) => parts.slice(0, parts.length - cut).join("/"));
}

/** A walk of a folder covers the skills within it. */
function outermost(folders: ReadonlySet<string>): string[] {
  if (folders.has("")) return [""];
  return [...folders]
    .filter((folder) => !foldersAbove(folder).some((above) => above !== "" && folders.has(above)))
    .toSorted();
}
