import { readFileSync } from "node:fs";
import { readComponent, coreModulesOf } from "../src/engine/read-component.ts";
import { instrument } from "../src/engine/instrument/instrument.ts";
const b = readFileSync(process.argv[2]!);
const i = readComponent(b);
const s=performance.now();
for (const {start,end} of coreModulesOf(i.component)) instrument(b.subarray(start,end), {fuel:false});
console.log(performance.now()-s);
