/** The command that runs one test file again, with the same randomness and only the tests that were asked for. */
export function rerunCommand(file: string, seed: number, name?: string): string {
  const only = name === undefined ? '' : ` --name '${name.replaceAll("'", "'\\''")}'`;
  return `${commandOf(file)} --seed ${seed}${only}`;
}

function commandOf(file: string): string {
  const walk = /^test\/browser\/(.+)[.]test[.]ts$/.exec(file)?.[1];
  if (walk !== undefined) return `npm run test:browser -- ${walk}`;
  if (file.endsWith('.voice.ts')) return `npm run test:voice -- ${file}`;
  if (file.endsWith('.deploy.ts')) return `npm run test:deploy -- ${file}`;
  if (file.endsWith('.upgrade.ts')) return `npm run test:upgrade -- ${file}`;
  if (file.endsWith('.backup.ts')) return `npm run test:backup -- ${file}`;
  if (file.endsWith('.proxy.ts')) return `npm run test:proxy -- ${file}`;
  if (file.endsWith('.alerts.ts')) return `npm run test:alerts -- ${file}`;
  return `npm ${process.env.SEONMUL_LONG === '1' ? 'run test:long' : 'test'} -- ${file}`;
}
