import * as files from "../../files.ts";
import { StreamError } from "../io.ts";
import { Descriptor, FOLDER_FLAGS } from "./descriptor.ts";
import { DirectoryEntryStream } from "./directory-entry-stream.ts";

export const filesystem = {
  "wasi:filesystem/types": { Descriptor, DirectoryEntryStream, filesystemErrorCode },
  "wasi:filesystem/preopens": {
    getDirectories: () =>
      files.preopens().map(({ handle, name }) => [new Descriptor(handle, "folder", FOLDER_FLAGS), name] as const),
  },
} as const;

function filesystemErrorCode(error: unknown): string | undefined {
  return error instanceof StreamError ? error.message : undefined;
}
