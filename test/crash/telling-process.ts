import { createPrivateKey } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../../kit/clock.ts';
import { openDatabase } from '../../kit/db/pool.ts';
import { newId } from '../../kit/ids.ts';
import type { Party, PublicJwk } from '../../kit/signing/keys.ts';
import { rangeSenderOf, sequencerOf, tellOf } from '../builders/journal.ts';

/** A process that writes facts, puts them in order and sends them, until it is killed (`journal.kill.test.ts`). */
export type Told = {
  databaseUrl: string;
  privateKey: string;
  keyid: string;
  publicJwk: PublicJwk;
  party: Party;
};

const told: Told = JSON.parse(process.env.TOLD ?? '{}');
const { db } = openDatabase(told.databaseUrl, { applicationName: 'telling' });
const { keyid, publicJwk } = told;
const signingKey = { party: 'shop', keyid, publicJwk, privateKey: createPrivateKey(told.privateKey) };
const context = { db, clock: systemClock, signingKey, parties: [told.party] };
const sequencer = sequencerOf(context, { entriesMax: 5 });
const sender = rangeSenderOf(context, ({ problem }) => {
  throw new Error(problem);
});

async function writeAbout(subject: string): Promise<never> {
  for (let n = 1; ; n++) {
    await db.transaction(async (tx) => {
      await tellOf(tx, n, { subject });
      await pause(n % 4);
    });
  }
}

async function repeat(work: () => Promise<number>): Promise<never> {
  for (;;) if ((await work()) === 0) await pause(5);
}

await Promise.all([
  ...Array.from({ length: 3 }, () => writeAbout(newId())),
  repeat(() => sequencer.fixOrder()),
  repeat(() => sender.sendDue()),
]);
