// What tests of linearity run: the scanner with its step counter, in a core module that is never part of the component.
export { cabi_realloc, post_scan_code, scan_code } from "./component";
export { resetSteps, stepCount } from "./steps";
