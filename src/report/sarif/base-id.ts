/** What GitHub takes for the top of the repository. */
export const BASE_ID = "%SRCROOT%";
