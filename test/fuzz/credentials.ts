import { readFileSync } from 'node:fs';
import { textOf } from '../../bin/walkthrough/doors.ts';
import { enrolTerminal, logIn } from '../../bin/walkthrough/people.ts';
import { systemClock } from '../../kit/clock.ts';
import { CarrierClient } from '../../servers/management/carrier-client/carrier-client.ts';
import type { System } from '../system/system.ts';

/** Tokens of everybody who has one at a server, nobody's, and one that is made up. */
export async function credentialsOf(
  { world, stack }: System,
  role: string,
  webShopKey: string,
): Promise<(string | undefined)[]> {
  const madeUp = [undefined, 'member_madeup', ''];
  if (role === 'management') {
    const buyer = await logIn(world);
    const staff = ['operator', 'auditor'].map(async (login) => {
      const reply = await world.management.post('/v1/staff/sessions', {
        login,
        password: `${login}-demo-2026`,
      });
      return textOf(reply.body, 'session_token');
    });
    return [textOf(buyer.session.body, 'session_token'), ...(await Promise.all(staff)), ...madeUp];
  }
  if (role === 'shop') {
    const { token } = await enrolTerminal(world, demoCode());
    return [token, webShopKey, ...madeUp];
  }
  if (role === 'carrier') return [await carrierToken(stack), ...madeUp];
  return madeUp;
}

async function carrierToken(stack: System['stack']): Promise<string | undefined> {
  const client = new CarrierClient({
    apiUrl: stack.url('carrier'),
    tokenUrl: `${stack.url('carrier')}/oauth2/token`,
    clientId: 'seonmul-management',
    privateJwk: JSON.parse(readFileSync(stack.files.file('management.carrier.json'), 'utf8')),
    clock: systemClock,
  });
  return client.accessToken();
}

function demoCode(): string {
  const demo = JSON.parse(readFileSync(new URL('../../sandbox/demo/shop.json', import.meta.url), 'utf8'));
  return demo.stores[0].terminal.enrolment_code;
}
