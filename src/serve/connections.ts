/** More would be served no faster. */
const MOST = 1024;

/** Descriptors that this process has before anybody asks for anything, and some room. */
const OWN = 40;

/** Descriptors of one guest process: three pipes, six for a moment when it is started, its log and a few files. */
const PER_GUEST = 12;

/** Guest processes beyond those that answer: the spare ones (`Pool`). */
const SPARE = 4;

/**
 * How many connections may be open at once, so that what answers them can still be started: connections, which are
 * anybody's, and guest processes take from the same number of descriptors.
 */
export function connectionsFor(maxConcurrent: number, descriptors = descriptorLimit()): number {
  const guests = maxConcurrent + Math.min(SPARE, maxConcurrent);
  return Math.max(1, Math.min(MOST, descriptors - OWN - guests * PER_GUEST));
}

/** `ulimit -n`; infinite where there is no limit, or none that Node knows of. */
function descriptorLimit(): number {
  const limit = (process.report?.getReport() as Report | undefined)?.userLimits?.open_files?.soft;
  return typeof limit === "number" ? limit : Number.POSITIVE_INFINITY;
}

interface Report {
  readonly userLimits?: { readonly open_files?: { readonly soft?: number | string } };
}
