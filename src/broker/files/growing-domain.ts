import type { PathGrants } from "../../policy/grants.ts";
import type { Domain, Open, OpenPlaces } from "./domain.ts";
import { splitPath } from "./host-path.ts";

/**
 * The domain of the granted folders where a person may add to it while the run goes on.
 *
 * What is added opens the very place that the person read: links are expanded before anything is asked, so that a path
 * that leads elsewhere is asked about again, with where it leads.
 *
 * @param make the domain with these places open beside what was granted
 */
export function growingDomain(make: (added: OpenPlaces) => Domain): Domain {
  let [always, once] = [NONE, NONE];
  let current = make(NONE);
  const remake = () => {
    current = make(both(always, once));
  };
  return {
    permit: (direction, location) => current.permit(direction, location),
    grantBelow: (direction, location) => current.grantBelow(direction, location),
    forbidden: (direction) => current.forbidden(direction),
    shows: (location) => current.shows(location),
    hint: (direction, location) => current.hint(direction, location),
    growth: {
      add({ grants: { fsRead, fsWrite }, always: forGood }) {
        const added = { read: placesOf("--allow-fs-read", fsRead), write: placesOf("--allow-fs-write", fsWrite) };
        if (added.read.length + added.write.length === 0) return false;
        if (forGood) always = both(always, added);
        else once = both(once, added);
        remake();
        return true;
      },
      forgetOnce() {
        if (once === NONE) return;
        once = NONE;
        remake();
      },
      current: () => current,
    },
  };
}

const NONE: OpenPlaces = { read: [], write: [] };

function both(one: OpenPlaces, other: OpenPlaces): OpenPlaces {
  return { read: [...one.read, ...other.read], write: [...one.write, ...other.write] };
}

function placesOf(flag: string, { paths, ordinary = [] }: PathGrants): Open[] {
  return [...paths, ...ordinary].map((path) => ({ rule: `${flag}=${path}`, location: splitPath(path) }));
}
