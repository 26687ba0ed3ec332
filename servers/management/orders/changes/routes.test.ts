import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sql } from '../../../../kit/db/sql.ts';
import type { App } from '../../../../kit/http/app.ts';
import { newId } from '../../../../kit/ids.ts';
import { tokenDigest } from '../../../../kit/tokens.ts';
import { anOffer, doneOf } from '../../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../../test/builders/management.ts';
import { aMemberSession } from '../../../../test/builders/sessions.ts';
import { freePort } from '../../../../test/harness/free-port.ts';
import { createManagementApp } from '../../app.ts';
import { acceptOffer } from '../../offers/accept-offer.ts';

let management: TestManagement;
let app: App;
let base: string;
let token: string;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  base = await app.listen({ port: await freePort(), host: '127.0.0.1' });
  token = await aMemberSession(management);
});
afterAll(async () => {
  // fetch keeps connections that never carry a request.
  app.server.closeAllConnections();
  await app.close();
  await management.close();
});

/** The events of a stream, one by one; undefined when it has ended. */
async function listen(orderId: string, bearer = token) {
  const response = await fetch(`${base}/v1/orders/${orderId}/changes`, {
    headers: { authorization: `Bearer ${bearer}` },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let held = '';
  const next = async (): Promise<string | undefined> => {
    for (;;) {
      const end = held.indexOf('\n\n');
      if (end !== -1) {
        const block = held.slice(0, end);
        held = held.slice(end + 2);
        if (block.startsWith('event: ')) return block;
        continue;
      }
      const read = await reader?.read();
      if (read === undefined || read.done) return undefined;
      held += read.value;
    }
  };
  return { response, next, leave: () => reader?.cancel() };
}

describe('the changes of an order', () => {
  test('are told to who looks, though another process makes them', async () => {
    const orderId = await anOffer(management);
    const stream = await listen(orderId);
    expect(stream.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const changed = `event: changed\ndata: {"order_id":"${orderId}"}`;
    // Once at the beginning and once when the watch begins, so that nothing falls between the two.
    expect(await stream.next()).toBe(changed);
    expect(await stream.next()).toBe(changed);
    doneOf(await acceptOffer(management.context, orderId, { pin: '739258' }));
    expect(await stream.next()).toBe(changed);
    // The database alone tells: a message's fate is written by the process that sends.
    await sql`update messages set state = 'delivered' where subject_id = ${orderId}`.execute(
      management.context.db,
    );
    expect(await stream.next()).toBe(changed);
    await stream.leave();
  });

  test('are told no longer than the session lasts', async () => {
    const own = await aMemberSession(management);
    const stream = await listen(await anOffer(management), own);
    await stream.next();
    await stream.next();
    await sql`update member_sessions set ended_at = now() where token_digest = ${tokenDigest(own)}`.execute(
      management.context.db,
    );
    expect(await stream.next()).toBeUndefined();
  });

  test('are told to nobody else', async () => {
    const orderId = await anOffer(management);
    expect((await listen(orderId, 'member_nobody')).response.status).toBe(401);
    expect((await listen(newId())).response.status).toBe(404);
  });

  test('are told to as many pages as a member can look at, not to more', async () => {
    const own = await aMemberSession(management);
    const orderId = await anOffer(management);
    const streams = await Promise.all(Array.from({ length: 12 }, () => listen(orderId, own)));
    expect(streams.map(({ response }) => response.status)).toEqual(Array(12).fill(200));
    expect((await listen(orderId, own)).response.status).toBe(429);
    await Promise.all(streams.map(({ leave }) => leave()));
    const oneMore = async () => {
      const { response, leave } = await listen(orderId, own);
      await leave();
      expect(response.status).toBe(200);
    };
    await vi.waitFor(oneMore, 20_000);
  });

  test('end when the server closes, which they do not hold up', async () => {
    const second = await createManagementApp(management.context);
    const address = await second.listen({ port: await freePort(), host: '127.0.0.1' });
    const orderId = await anOffer(management);
    const response = await fetch(`${address}/v1/orders/${orderId}/changes`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const text = response.text();
    await second.close();
    expect(await text).toContain('event: changed');
  });
});
