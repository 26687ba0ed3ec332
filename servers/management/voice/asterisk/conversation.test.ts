import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sql } from '../../../../kit/db/sql.ts';
import { inTransaction } from '../../../../kit/db/transaction.ts';
import { newId } from '../../../../kit/ids.ts';
import type { TestManagement } from '../../../../test/builders/management.ts';
import {
  aManagementWithPhoneLine,
  claimCall,
  LANDLINE,
  plannedCallAt,
} from '../../../../test/builders/outbound-calls.ts';
import { queueMessage } from '../../messages/queue-message.ts';
import { reportOutcome } from '../outbound.ts';
import { Ari } from './ari.ts';
import { Conversation } from './conversation.ts';

/** Asterisk's REST interface: what was asked, and who waits for the next request. */
let asterisk: Server;
let asked: { method: string; path: string }[];
let arrived: () => void;
let management: TestManagement;
let conversation: Conversation;
let talking: Promise<void>;

beforeEach(async () => {
  management = await aManagementWithPhoneLine();
  asked = [];
  arrived = () => {};
  asterisk = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      asked.push({ method: request.method ?? '', path: request.url ?? '' });
      response.end('{}');
      arrived();
    });
  });
  await new Promise<void>((listening) => asterisk.listen(0, '127.0.0.1', () => listening()));
  const { context } = management;
  await inTransaction(context.db, (tx) =>
    queueMessage(context, tx, {
      kind: 'recipient.certificate_locked',
      vars: { shop_name: '하늘상점' },
      to: [{ channel: 'voice', address: LANDLINE }],
      locale: 'ko',
      subject_id: newId(),
    }),
  );
  const due = await plannedCallAt(management);
  management.pass((due?.getTime() ?? 0) - context.clock().getTime() + 1_000);
  const callId = (await claimCall(management)) ?? '';
  const turn = await reportOutcome(context, callId, 'answered');
  if (turn === null) throw new Error('Nobody answered.');
  const { port } = asterisk.address() as AddressInfo;
  const ari = new Ari({ url: `http://127.0.0.1:${port}`, user: 'seonmul', password: 'x' });
  const speech = { soundOf: async () => '/sounds/one', tidy: async () => 0 };
  const services = { context, ari, speech, pathAtLine: (path: string) => path, operator: '' };
  conversation = new Conversation(services, 'channel-1', callId);
  talking = conversation.run(turn);
});
afterEach(async () => {
  conversation.leave();
  await talking;
  asterisk.close();
  await management.close();
});

/** The playbacks so far, once there are as many. */
async function playbacks(count: number): Promise<string[]> {
  for (;;) {
    const next = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const ids = asked.flatMap(({ path }) => /\/channels\/channel-1\/play\/(.+)$/.exec(path)?.[1] ?? []);
    if (ids.length >= count) return ids;
    await next;
  }
}

async function messageState(): Promise<string | undefined> {
  const found = await sql<{ state: string }>`select state from messages`.execute(management.context.db);
  return found.rows[0]?.state;
}

test('news is told only when Asterisk has played it to its end, not when a key is pressed', async () => {
  const [first = ''] = await playbacks(1);
  conversation.press('1');
  conversation.playbackFinished('of another call');
  expect(await messageState()).toBe('due');
  conversation.playbackFinished(first);
  await playbacks(2);
  expect(await messageState()).toBe('delivered');
});

test('whoever hangs up while it is played has not been told', async () => {
  const [first = ''] = await playbacks(1);
  conversation.leave();
  conversation.playbackFinished(first);
  await talking;
  expect(await messageState()).toBe('due');
  expect(asked.filter(({ path }) => path.includes('/play/'))).toHaveLength(1);
});

test('a playback that failed was not heard: the caller hung up, or the sound can’t be played', async () => {
  const [first = ''] = await playbacks(1);
  conversation.playbackFinished(first, 'failed');
  await talking;
  expect(await messageState()).toBe('due');
  expect(asked.at(-1)).toEqual({ method: 'DELETE', path: '/ari/channels/channel-1' });
});
