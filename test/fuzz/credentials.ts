import { readFileSync } from 'node:fs';
import type { ServerRole } from '../../bin/stack/roles.ts';
import { Door, textOf } from '../../bin/walkthrough/doors.ts';
import { addTerminal, enrolTerminal, logIn } from '../../bin/walkthrough/people.ts';
import { systemClock } from '../../kit/clock.ts';
import { accessTokens } from '../../servers/management/carriers/camara/access-tokens.ts';
import type { System } from '../system/system.ts';

/** A token of everybody who has one at a server, none at all, an invalid one and an empty one. */
export async function credentialsOf(
  { world, stack }: System,
  role: ServerRole,
  webShopKey: string,
): Promise<(string | undefined)[]> {
  const others = [...(await staffTokens(role, stack.url(role))), undefined, 'member_madeup', ''];
  if (role === 'management') {
    const buyer = await logIn(world);
    return [textOf(buyer.session.body, 'session_token'), ...others];
  }
  if (role === 'shop') {
    const { token } = await enrolTerminal(world, await addTerminal(world));
    return [token, webShopKey, ...others];
  }
  return role === 'carrier' ? [await carrierToken(stack), ...others] : others;
}

/** The tokens of all the demo's staff at a server. */
async function staffTokens(role: ServerRole, url: string): Promise<string[]> {
  const logins: { where: string; login: string; secret: string }[] = demo('logins.json');
  const staff = logins.filter(
    ({ where }) => /(staff|office)\/sessions$/.test(where) && where.startsWith(`${role} `),
  );
  const replies = staff.map(({ where, login, secret }) =>
    new Door(url).post(where.slice(role.length + 1), { login, password: secret }),
  );
  return (await Promise.all(replies)).map(({ body }) => textOf(body, 'session_token'));
}

async function carrierToken(stack: System['stack']): Promise<string | undefined> {
  const tokens = accessTokens({
    tokenUrl: `${stack.url('carrier')}/oauth2/token`,
    clientId: 'seonmul-management',
    privateJwk: JSON.parse(readFileSync(stack.files.file('management.carrier.json'), 'utf8')),
    clock: systemClock,
  });
  return tokens.get(10_000);
}

function demo(file: string) {
  return JSON.parse(readFileSync(new URL(`../../sandbox/demo/${file}`, import.meta.url), 'utf8'));
}
