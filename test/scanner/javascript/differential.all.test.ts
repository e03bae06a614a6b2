import { compareInstalled } from "./differential-suite.ts";

compareInstalled(1);
