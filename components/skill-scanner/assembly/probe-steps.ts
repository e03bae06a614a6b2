// What tests of linearity run: the scanner with its step counter, in a core module that is never part of the component.
export { cabi_realloc, post_scan_code, post_scan_skill, scan_code, scan_skill } from "./component";
export { resetSteps, stepCount } from "./steps";
