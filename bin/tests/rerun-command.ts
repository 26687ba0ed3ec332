/** The command that runs one test file again with the same randomness. */
export function rerunCommand(file: string, seed: number): string {
  const walk = /^test\/browser\/(.+)[.]test[.]ts$/.exec(file)?.[1];
  if (walk !== undefined) return `npm run test:browser -- ${walk}`;
  if (file.endsWith('.voice.ts')) return `npm run test:voice -- ${file}`;
  if (file.endsWith('.proxy.ts')) return `npm run test:proxy -- ${file}`;
  return `npm test -- ${file} --seed ${seed}`;
}
