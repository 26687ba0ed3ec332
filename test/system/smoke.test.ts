import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkServer } from '../../bin/operate/check/check.ts';
import { SERVER_ROLES } from '../../bin/stack/roles.ts';
import { eventually } from '../../bin/walkthrough/doors.ts';
import { addCard, addTerminal, CARDS, CAST, logIn } from '../../bin/walkthrough/people.ts';
import { loadSigningKey } from '../../kit/signing/index.ts';
import { type System, startSystem } from './system.ts';

let system: System;
let settings: Record<string, unknown>;
beforeAll(async () => {
  system = await startSystem();
  const { world, portBase } = system;
  const at = (part: number) => `http://127.0.0.1:${portBase + part}`;
  settings = {
    ...{ management: at(200), shop: at(500), sandbox: at(100) },
    ...{ shop_id: 'haneul', amount_minor: 10_000, currency: 'KRW' },
    member: { email: 'haneul@example.com', password: 'sky-and-sea-2026' },
    payment_method_id: await addCard(await logIn(world), CARDS.approved),
    recipient: { phone: CAST.memberOfShop.phone },
    till: { key_file: 'till.json', enrolment_code: await addTerminal(world) },
  };
});
afterAll(() => system.stop());

async function smoke(changed: Record<string, unknown> = {}) {
  const file = join(system.dataDir, 'smoke.json');
  writeFileSync(file, JSON.stringify({ ...settings, ...changed }), { mode: 0o600 });
  return seonmul(['smoke', file]);
}

async function seonmul(args: string[], env: Record<string, string> | undefined = {}) {
  const child = spawn(process.execPath, ['bin/operate.mjs', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((ended) => child.on('exit', ended)),
  ]);
  return { out, err, code };
}

test('smoke buys, accepts, uses and refunds, again with the till that it enrolled', async () => {
  const first = await smoke();
  expect(first).toMatchObject({ err: '', code: 0 });
  expect(first.out).toContain('the name behind the number is 홍*동');
  expect(first.out).toMatch(
    /first gift: used at the till\n[\s\S]*second gift: refunded\nEverything was as it should be\.\n$/,
  );
  const again = await smoke({ till: { key_file: 'till.json' } });
  expect(again).toMatchObject({ err: '', code: 0 });
});

test('it says at which step it ended', async () => {
  const wrong = await smoke({ member: { email: 'haneul@example.com', password: 'hunter2' } });
  expect(wrong).toMatchObject({ out: '', code: 1 });
  expect(wrong.err).toMatch(/^It ended here: the log-in: expected 201/);
  expect(wrong.err).not.toContain('hunter2');
});

test('a signing key is rotated while both servers work, and the old one ends', async () => {
  const { stack } = system;
  const shop = { ...stack.environments.get('shop') };
  const others = ['management', 'settlement'] as const;
  const problems = async () =>
    (await checkServer('shop', shop, { isDemo: true })).flatMap(({ problem = [] }) => problem);
  async function restartShop() {
    await stack.children.get('shop')?.restart();
    await eventually('the shop to be back', async () => {
      const answer = await fetch(`${stack.url('shop')}/readyz`).catch(() => undefined);
      return answer?.ok ? true : undefined;
    });
  }
  const keyOf = () => loadSigningKey(shop.SIGNING_KEY_FILE ?? '');
  const first = keyOf().keyid;

  expect(await seonmul(['keys', 'rotate', 'shop', 'signing'], shop)).toMatchObject({ code: 0 });
  await restartShop();
  const early = await seonmul(['keys', 'rotate', 'shop', 'signing'], shop);
  expect(early).toMatchObject({ out: expect.stringContaining('Not everybody knows'), code: 1 });
  for (const other of others) {
    const refreshed = await seonmul(['parties', 'refresh', other], stack.environments.get(other));
    expect(refreshed.out).toContain(`shop:haneul: ${keyOf().next?.keyid} was added`);
  }
  const { next } = keyOf();
  await eventually('the new key to be used', async () => {
    const { code } = await seonmul(['keys', 'rotate', 'shop', 'signing'], shop);
    return code === 0 ? true : undefined;
  });
  expect(keyOf().keyid).toBe(next?.keyid);
  await restartShop();
  const ended = await seonmul(['parties', 'refresh', 'settlement'], stack.environments.get('settlement'));
  expect(ended.out).toMatch(new RegExp(`shop:haneul: ${first} ends at `));
  expect(await problems()).toEqual([]);
});

test.each(SERVER_ROLES)('check finds nothing wrong with %s of a demo that runs', async (role) => {
  const env = { ...system.stack.environments.get(role) };
  const findings = await checkServer(role, env, { isDemo: true });
  expect(findings.filter(({ problem }) => problem !== undefined)).toEqual([]);
  expect(findings.map(({ about }) => about)).toContain('database');
});

test('a running server takes up a party that is taken out of its list, and put in again by an exchange', async () => {
  const { stack } = system;
  const settlement = { ...stack.environments.get('settlement') };
  const shop = { ...stack.environments.get('shop') };
  const file = settlement.PARTIES_FILE ?? '';
  const list: { role: string }[] = JSON.parse(readFileSync(file, 'utf8'));
  const whatTheShopHears = async () => {
    const findings = await checkServer('shop', shop, { isDemo: true });
    return findings.find(({ about }) => about.startsWith('settlement at '))?.problem ?? 'nothing wrong';
  };
  writeFileSync(file, JSON.stringify(list.filter(({ role }) => role !== 'shop')));
  await eventually('the shop to be refused', async () =>
    (await whatTheShopHears()).startsWith('does not know our key') ? true : undefined,
  );

  const shown = await seonmul(['parties', 'show', 'shop'], shop);
  const fingerprint = /\d{5}( \d{5}){5}/.exec(shown.err)?.[0] ?? '';
  const exchange = ['parties', 'exchange', 'settlement', stack.url('shop'), '--fingerprint'];
  expect(await seonmul([...exchange, '1'.repeat(30)], settlement)).toMatchObject({ out: '', code: 1 });
  expect(await seonmul([...exchange, fingerprint], settlement)).toMatchObject({
    out: expect.stringContaining('shop:haneul was added'),
    code: 0,
  });
  await eventually('the shop to be heard', async () =>
    (await whatTheShopHears()) === 'nothing wrong' ? true : undefined,
  );
});
