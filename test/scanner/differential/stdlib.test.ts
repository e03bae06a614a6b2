import { compareStandardLibrary } from "./stdlib-suite.ts";

compareStandardLibrary(30);
