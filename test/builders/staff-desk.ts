import { TOTP } from 'otpauth';
import type { App } from '../../kit/http/app.ts';
import { newId } from '../../kit/ids.ts';
import { totpOf } from '../../kit/staff/codes.ts';
import type { StaffContext } from '../../kit/staff/context.ts';
import { seedStaff } from '../../kit/staff/staff.ts';
import { createSettlementApp } from '../../servers/settlement/app.ts';
import { START } from './base.ts';
import { aStaffSession } from './sessions.ts';
import { aSettlement } from './settlement.ts';
import { type StaffReply, staffDoor } from './staff-door.ts';

export const PASSWORD = 'a long pass phrase';
const STAFF = '/v1/staff';

/** A server's staff, as they log in: settlement's, whose treasurers must have a second factor unless told otherwise. */
export async function aStaffDesk(settings: Partial<StaffContext['settings']> = {}) {
  const settlement = await aSettlement();
  const needed = { staffSecondFactor: 'required' as const, staffIdle_minutes: 30, ...settings };
  const context = { ...settlement.context, settings: { ...settlement.context.settings, ...needed } };
  const app: App = await createSettlementApp(context);
  const { time } = settlement.base;
  const send = staffDoor(app);
  const at = (path: string) => `${STAFF}${path}`;

  async function aPerson(role: 'treasurer' | 'auditor' = 'treasurer') {
    const login = `p${newId().slice(-12)}`;
    const staff_id = newId();
    await seedStaff(context, [{ staff_id, login, name: role, role, password: PASSWORD }]);
    return { login, staff_id };
  }

  const logIn = (login: string, { password = PASSWORD, address = '10.0.0.1', more = {} } = {}) =>
    send('POST', at('/sessions'), { body: { login, password, ...more }, address });

  /** Adds an app to the account of whoever has this token; returns its secret and the recovery codes. */
  async function addApp(token: string) {
    const begun = await send('POST', at('/me/authenticators'), { token });
    const secret = String(begun.body.secret);
    const confirmed = await send(
      'POST',
      at(`/me/authenticators/${begun.body.authenticator_id}/confirmation`),
      {
        token,
        body: { code: codeOf(secret) },
      },
    );
    return { secret, begun, confirmed, recovery: (confirmed.body.recovery_codes ?? []) as string[] };
  }

  /** What an app shows now, or some steps later. */
  function codeOf(secret: string, steps = 0): string {
    return totpOf(secret).generate({ timestamp: time.now.getTime() + steps * TOTP.defaults.period * 1000 });
  }

  const secondFactor = (token: string, code: string, address?: string): Promise<StaffReply> =>
    send('POST', at('/sessions/current/second-factor'), {
      token,
      body: { code },
      ...(address === undefined ? {} : { address }),
    });

  /** Somebody with an app, logged in. */
  async function aPersonWithApp() {
    const person = await aPerson();
    const first = String((await logIn(person.login)).body.session_token);
    const { secret, recovery } = await addApp(first);
    return { ...person, token: first, secret, recovery };
  }

  return {
    app,
    context,
    time,
    at,
    send,
    aPerson,
    aPersonWithApp,
    logIn,
    addApp,
    codeOf,
    secondFactor,
    /** The token of somebody with this role, who has just proved who they are. */
    session: (role: 'treasurer' | 'auditor' = 'treasurer') => aStaffSession(settlement, role),
    whoIs: (token: string) => send('GET', at('/sessions/current'), { token }),
    /** The clock goes on. */
    pass(ms: number) {
      time.now = new Date(time.now.getTime() + ms);
    },
    begin() {
      time.now = START;
    },
    async close() {
      await app.close();
      await settlement.base.drop();
    },
  };
}
