import { parseArgs } from 'node:util';
import { type PageView, startChromium, viewPage } from '../bench/pages.ts';
import { median } from '../bench/results.ts';
import { buyTemplates } from '../bench/templates.ts';
import { argumentsOrExit, wholeNumber } from '../options/options.ts';
import { freePortBase } from '../stack/free-ports.ts';
import { startStack } from '../stack/stack.ts';
import { removeDataDir, temporaryDataDir } from '../stack/temporary.ts';
import { offerToken } from '../walkthrough/gift.ts';
import { CAST, Phone, worldAt } from '../walkthrough/people.ts';
import { buildPagesIfNeeded } from '../web/build.ts';

const USAGE = `npm run bench:pages -- [options]

Opens pages as a phone on a slow line does that has never been there, and prints what it waits for: something to read, the
largest part of what is seen, and everything that the page needs to work. Medians. docs/performance.md has a run.

  --kbit N      of the line in a second, both ways; 400 if not given
  --latency N   milliseconds that it adds to each answer; 150 if not given
  --rounds N    5 if not given`;

const { values } = argumentsOrExit(
  (args) =>
    parseArgs({
      args,
      options: {
        kbit: { type: 'string', default: '400' },
        latency: { type: 'string', default: '150' },
        rounds: { type: 'string', default: '5' },
      },
    }),
  USAGE,
);
const count = (name: 'kbit' | 'latency' | 'rounds') =>
  argumentsOrExit(() => wholeNumber(name, values[name]), USAGE);
const line = { bits_per_s: count('kbit') * 1_000, latency_ms: count('latency') };
const rounds = count('rounds');

const say = (text: string) => console.error(text);
await buildPagesIfNeeded(say);
const dataDir = temporaryDataDir('pages');
const portBase = await freePortBase();
const stack = await startStack({ portBase, dataDir, durable: false, say });
const browser = await startChromium();
try {
  const world = worldAt(portBase, dataDir);
  await buyTemplates(world);
  const phone = new Phone(world.sandbox, CAST.memberOfShop.phone);
  const pages = {
    'the buyer’s home': `${stack.url('management')}/`,
    'sending a gift': `${stack.url('management')}/give`,
    'a gift’s page': `${stack.url('management')}/g/${offerToken(await phone.waitFor(/\/g\/offer_/))}`,
    'a certificate': `${stack.url('shop')}/certificate`,
    'the office': `${stack.url('shop')}/office`,
    'the till': `${stack.url('shop')}/terminal`,
    'the console': `${stack.url('management')}/console`,
  };
  console.log(
    '| page | something to read, s | largest part, s | works, s | kB |\n| --- | --- | --- | --- | --- |',
  );
  for (const [name, url] of Object.entries(pages)) console.log(rowOf(name, await viewsOf(url)));
} finally {
  await browser.close();
  await stack.stop();
  removeDataDir(dataDir);
}
process.exit(0);

async function viewsOf(url: string): Promise<PageView[]> {
  const views: PageView[] = [];
  for (let round = 0; round < rounds; round++) views.push(await viewPage(browser, url, line));
  return views;
}

function rowOf(name: string, views: readonly PageView[]): string {
  const of = (member: keyof PageView) =>
    ((median(views.map((view) => view[member])) ?? 0) / 1_000).toFixed(1);
  return `| ${name} | ${of('first_ms')} | ${of('largest_ms')} | ${of('loaded_ms')} | ${of('bytes')} |`;
}
