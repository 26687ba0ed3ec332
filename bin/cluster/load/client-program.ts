import { give } from './give.ts';
import type { Settings } from './record.ts';
import { Requests } from './requests.ts';
import { sell } from './sell.ts';

/** The outside client, as a process of its own on a host of its own: it plays until SIGTERM, and ends what it has begun. */
const settings: Settings = JSON.parse(process.argv[2] ?? '');
const requests = new Requests(settings.file);
process.on('SIGTERM', () => {
  requests.isEnding = true;
});
await Promise.all([
  ...settings.tills.map((till, number) => sell(requests, settings, till, number)),
  ...settings.buyers.map((buyer, number) => give(requests, settings, buyer, number)),
]);
process.exit(0);
