import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addBuyers, addRecipients, recipientPhone } from '../../bench/people.ts';
import { expectAnswer, textOf } from '../../walkthrough/doors.ts';
import { acceptByLink, confirm, nameRecipient, open, order, waitForState } from '../../walkthrough/gift.ts';
import {
  addTerminal,
  type Buyer,
  enrolTerminal,
  Phone,
  signInClerk,
  type World,
  worldOf,
} from '../../walkthrough/people.ts';
import type { DatabaseCluster } from '../database/database.ts';
import type { Hosts, Started } from '../hosts/hosts.ts';
import { type System, urlOf } from '../servers/system.ts';
import type { Entry, Settings } from './record.ts';

const TILLS = 6;
const BUYERS = 3;
const RECIPIENTS = 20_000;
const PIN = '284917';
/** Servers that have just started may be busy; whoever prepares can wait. */
const PREPARE_MS_MAX = 120_000;

type Cast = Pick<Settings, 'tills' | 'buyers'>;

/** The outside client with the people that it plays. */
export class Load {
  readonly #hosts: Hosts;
  readonly #folder: string;
  #cast: Cast = { tills: [], buyers: [] };
  #runs = 0;
  #running: { started: Started; file: string } | undefined;

  constructor(hosts: Hosts, folder: string) {
    this.#hosts = hosts;
    this.#folder = folder;
  }

  /** Buyers with cards, and tills that each have a certificate to sell from, all through the servers' own doors. */
  async prepare(database: DatabaseCluster, system: System): Promise<void> {
    const nameOf = (role: 'management' | 'carrier') =>
      new URL(system.databaseUrl(role, 'any')).pathname.slice(1);
    const world = worldOf(urlOf, system.dataDir, PREPARE_MS_MAX);
    const management = urlOf('management');
    await database.asSuperuser(nameOf('carrier'), (client) => addRecipients(client, RECIPIENTS));
    const buyers = await database.asSuperuser(nameOf('management'), (client) =>
      addBuyers(world, client, management, BUYERS),
    );
    const tills: Settings['tills'][number][] = [];
    for (let n = 0; n < TILLS; n++) {
      const phone = recipientPhone(n);
      const buyer = buyers[n % buyers.length];
      if (buyer === undefined) throw new Error('There is no buyer.');
      await giveTo({ door: world.management.with(buyer.token) }, buyer.card, phone);
      await acceptByLink(world, new Phone(world.sandbox, phone), PIN);
      tills.push(await aTill(world, phone));
    }
    this.#cast = { tills, buyers };
  }

  begin(): void {
    this.#runs += 1;
    const run = `run${this.#runs}`;
    const file = join(this.#folder, `${run}.jsonl`);
    rmSync(file, { force: true });
    const settings: Settings = {
      ...{ file, run, ...this.#cast },
      urls: { management: urlOf('management'), shop: urlOf('shop'), sandbox: urlOf('sandbox') },
      // Nobody is sent gifts by two runs.
      firstRecipient: TILLS + (this.#runs - 1) * 1_000,
    };
    const program = join(import.meta.dirname, 'client-program.ts');
    const command = [
      process.execPath,
      '--disable-warning=ExperimentalWarning',
      program,
      JSON.stringify(settings),
    ];
    this.#running = { started: this.#hosts.start('outside', 'client', command, {}), file };
  }

  /** What is recorded so far. */
  entries(): Entry[] {
    const { file } = this.#current();
    const lines = readFileSync(file, 'utf8').split('\n');
    // The last one may be half written.
    return lines.slice(0, -1).map((line) => JSON.parse(line));
  }

  /** Lets it end what it has begun, and returns its record. */
  async end(): Promise<Entry[]> {
    const { started } = this.#current();
    started.kill('SIGTERM');
    await started.ended;
    return this.entries();
  }

  #current() {
    if (this.#running === undefined) throw new Error('The client was not begun.');
    return this.#running;
  }
}

/** However long the servers take: they may be busy. */
async function giveTo(buyer: Pick<Buyer, 'door'>, card: string, phone: string): Promise<void> {
  const { body } = await order(buyer, card);
  const id = textOf(body, 'order_id');
  await confirm(buyer, expectAnswer('the read-back', await nameRecipient(buyer, id, { phone }), 200));
  await waitForState(buyer, id, 'offered');
}

async function aTill(world: World, phone: string): Promise<Settings['tills'][number]> {
  const terminal = await enrolTerminal(world, await addTerminal(world));
  await signInClerk(terminal);
  const { certificates } = await open(terminal, phone, PIN);
  const certificate_id = certificates[0]?.certificate_id ?? '';
  return { token: terminal.token, phone, pin: PIN, certificate_id };
}
