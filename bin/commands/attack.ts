import { parseArgs } from 'node:util';
import { ATTACKS, type Target } from '../attack/attacks.ts';
import { bystander, type Waits } from '../attack/bystander.ts';
import { argumentsOrExit } from '../options/options.ts';
import { freePortBase } from '../stack/free-ports.ts';
import { startStack } from '../stack/stack.ts';
import { removeDataDir, temporaryDataDir } from '../stack/temporary.ts';
import { worldAt } from '../walkthrough/people.ts';

const USAGE = `npm run attack

Plays what strangers do to a system, on one of its own, and prints what they spent and what others noticed.`;
const CALM_MS = 5_000;

argumentsOrExit((args) => parseArgs({ args, options: {} }), USAGE);

const dataDir = temporaryDataDir('attack');
const portBase = await freePortBase();
const stack = await startStack({
  portBase,
  dataDir,
  durable: false,
  say: (line) => console.error(line),
  serverSettings: { TRUSTED_PROXIES: '127.0.0.1' },
});
try {
  const target: Target = {
    world: worldAt(portBase, dataDir),
    management: stack.url('management'),
    shop: stack.url('shop'),
    sandbox: stack.url('sandbox'),
  };
  const watched = { management: `${target.management}/v1/shops`, shop: `${target.shop}/livez` };
  console.log(
    '| attack | seconds | spent | effect | others’ p50 | p95 |\n| --- | --- | --- | --- | --- | --- |',
  );
  for (const { name, watched: server, play } of ATTACKS) {
    const calm = await waitsDuring(watched[server], () => new Promise((end) => setTimeout(end, CALM_MS)));
    const begun = performance.now();
    const under = await waitsDuring(watched[server], () => play(target));
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    const { spent, effect } = under.value;
    const ratio = (key: keyof Waits) => `×${(under.waits[key] / calm.waits[key]).toFixed(1)}`;
    console.log(`| ${name} | ${seconds} | ${spent} | ${effect} | ${ratio('p50')} | ${ratio('p95')} |`);
  }
} finally {
  await stack.stop();
  removeDataDir(dataDir);
}
process.exit(0);

async function waitsDuring<T>(url: string, work: () => Promise<T>): Promise<{ value: T; waits: Waits }> {
  const other = await bystander(url);
  const value = await work();
  return { value, waits: await other.stop() };
}
