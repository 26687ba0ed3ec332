/** The filters of a test run widen it, so that the name of a walk must stand for its whole path. */
export function browserWalks(names: readonly string[]): string[] {
  return names.length === 0 ? ['test/browser'] : names.map((name) => `test/browser/${name}`);
}
