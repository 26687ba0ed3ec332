import { afterAll, beforeAll, expect, test } from 'vitest';
import { rotated, withoutOldKeys } from '../../test/builders/rotated-secrets.ts';
import { aStaffDesk } from '../../test/builders/staff-desk.ts';
import { MINUTE_MS } from '../clock.ts';
import { countKeyUses, rekey } from '../key-uses.ts';
import type { Secrets } from '../secrets.ts';
import { takeFactorCode } from './codes.ts';
import { STAFF_KEY_USES } from './key-uses.ts';

let desk: Awaited<ReturnType<typeof aStaffDesk>>;
beforeAll(async () => {
  desk = await aStaffDesk();
});
afterAll(() => desk?.close());

test('after a rotation, --rekey keeps the apps of staff working without the old key', async () => {
  const { staff_id, secret } = await desk.aPersonWithApp();
  const { context } = desk;
  const after = { ...context, secrets: rotated(context.secrets) };
  const isTaken = (secrets: Secrets) => {
    desk.pass(MINUTE_MS);
    const code = { kind: 'app', code: desk.codeOf(secret) } as const;
    return takeFactorCode({ ...context, secrets }, context.db, staff_id, code);
  };
  const old = async () =>
    (await countKeyUses(context.db, STAFF_KEY_USES, after.secrets.keyRing)).filter(({ isOld }) => isOld);

  expect(await isTaken(after.secrets)).toBe(true);
  expect(await old()).toMatchObject([{ rows: 1, version: 'v1' }]);
  await expect(isTaken(withoutOldKeys(after.secrets))).rejects.toThrow('has no key of version v1');
  expect([...(await rekey(after, STAFF_KEY_USES))]).toEqual([['secrets of authenticator apps', 1]]);
  expect(await old()).toEqual([]);
  expect(await isTaken(withoutOldKeys(after.secrets))).toBe(true);
});
