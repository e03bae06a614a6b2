/**
 * Names that git gives to its compressed history. Anything else below `.git`, hooks and a `payload.py` in `objects/`
 * among it, is a file like any other: a skill may well run it.
 *
 * https://git-scm.com/docs/gitrepository-layout
 */
const GIT_OBJECT =
  /\/\.git\/(?:modules\/.+\/)?objects\/(?:[0-9a-f]{2}\/[0-9a-f]{38}(?:[0-9a-f]{24})?|pack\/pack-[0-9a-f]{40}(?:[0-9a-f]{24})?\.(?:pack|idx|rev|bitmap|mtimes))$/;

export function isGitObject(path: string): boolean {
  return path.includes(".git/") && GIT_OBJECT.test(`/${path}`);
}
