/** What was looked at, and what is wrong with it and what to do; nothing, if it is as it should be. */
export type Finding = { about: string; problem?: string };

export const fine = (about: string): Finding => ({ about });
export const wrong = (about: string, problem: string): Finding => ({ about, problem });

/** A line for each, those that are wrong last, so that they are at hand. */
export function describeFindings(findings: readonly Finding[]): string {
  const good = findings.filter(({ problem }) => problem === undefined).map(({ about }) => `fine   ${about}`);
  const bad = findings.flatMap(({ about, problem }) =>
    problem === undefined ? [] : [`WRONG  ${about}: ${problem}`],
  );
  const end =
    bad.length === 0 ? 'Nothing is wrong.' : `${bad.length} of ${findings.length} are not as they should be.`;
  return [...good, ...bad, '', end].join('\n');
}
