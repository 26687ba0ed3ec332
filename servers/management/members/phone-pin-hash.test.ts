import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { countKeyUses } from '../../../kit/key-uses.ts';
import { keyedDigest } from '../../../kit/keyed-digest.ts';
import { hashSecret } from '../../../kit/passwords.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../../../test/builders/management.ts';
import { rotated, withoutOldKeys } from '../../../test/builders/rotated-secrets.ts';
import type { ManagementContext } from '../context.ts';
import { KEY_USES } from '../key-uses.ts';
import { logInByCall } from './phone-log-in.ts';
import { hashPhonePin } from './phone-pin-hash.ts';

const PIN = '739258';
let management: TestManagement;
let member_number = '';
beforeAll(async () => {
  management = await aManagement();
  const { rows } = await sql<{ member_number: string | null }>`
    select member_number from members where member_id = ${MEMBER_ID}`.execute(management.context.db);
  member_number = rows[0]?.member_number ?? '';
});
afterAll(() => management?.close());

const store = (hash: string) =>
  sql`update members set phone_pin_hash = ${hash} where member_id = ${MEMBER_ID}`.execute(
    management.context.db,
  );
const logInWith = async (context: ManagementContext, phone_pin = PIN) =>
  (await logInByCall(context, { member_number, phone_pin }, { call_id: newId(), phone: null })).ok;
const versions = async (context: ManagementContext) =>
  (await countKeyUses(context.db, KEY_USES, context.secrets.keyRing))
    .filter(({ use }) => use.what === 'phone PINs')
    .map(({ version, isOld }) => [version, isOld]);

describe('a phone PIN after its key was rotated', () => {
  test('still opens, comes under the new key by that, and no longer needs the old one', async () => {
    const { context } = management;
    await store(await hashPhonePin(context, MEMBER_ID, PIN));
    const after = { ...context, secrets: rotated(context.secrets) };
    expect(await versions(after)).toEqual([['v1', true]]);
    expect(await logInWith(after, '739259')).toBe(false);
    expect(await versions(after)).toEqual([['v1', true]]);
    expect(await logInWith(after)).toBe(true);
    expect(await versions(after)).toEqual([['v2', false]]);
    expect(await logInWith({ ...after, secrets: withoutOldKeys(after.secrets) })).toBe(true);
    // A process that was not restarted yet, and knows only the old key, can't tell.
    await expect(logInWith(context)).rejects.toThrow('no key of version v2');
  });

  test('that was stored before versions were kept still opens, too', async () => {
    const { context } = management;
    const ring = context.secrets.keyRing('token_pepper');
    const peppered = keyedDigest(ring, `phone_pin:${MEMBER_ID}`, PIN).digest.toString('base64');
    await store(await hashSecret(peppered));
    const after = { ...context, secrets: rotated(context.secrets) };
    expect(await versions(after)).toEqual([[null, true]]);
    expect(await logInWith(after, '739259')).toBe(false);
    expect(await logInWith(after)).toBe(true);
    expect(await versions(after)).toEqual([['v2', false]]);
  });
});
