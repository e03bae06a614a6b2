/// <reference path="../sandbox-skill.d.ts" />
import { readFile } from "sandbox:skill/filesystem-read";
import { writeFile } from "sandbox:skill/filesystem-write";

/** Counts the words of one note and writes the report beside it: it needs one file to read and one to write. */
export const skill = {
  run(): string {
    const text = readFile("notes.txt");
    const words = text.split(/\s+/).filter((word) => word !== "").length;
    writeFile("report.txt", `${words} words\n`);
    return `notes.txt has ${words} words; report.txt says so`;
  },
};
