import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../kit/db/transaction.ts';
import { newId } from '../../kit/ids.ts';
import { countKeyUses, describeKeyUses, rekey } from '../../kit/key-uses.ts';
import { rotated, withoutOldKeys } from '../../test/builders/rotated-secrets.ts';
import { aStaffMember } from '../../test/builders/sessions.ts';
import { CLERK_PIN, PIN, type TestClerk, TestShop } from '../../test/builders/shop-server.ts';
import { signIn } from './clerks/sign-in.ts';
import type { ShopContext } from './context.ts';
import { KEY_USES } from './key-uses.ts';
import { enterProposal, listProposals } from './office/account-proposals.ts';
import { verifyAtTill } from './opening/verify-at-till.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await TestShop.open();
});
afterAll(() => shop?.close());

const count = ({ db, secrets }: ShopContext) => countKeyUses(db, KEY_USES, secrets.keyRing);
const oldRows = async (context: ShopContext, what: string) =>
  (await count(context)).find(({ use, isOld }) => use.what === what && isOld)?.rows ?? 0;
const opens = async (context: ShopContext, certificate_number: string) =>
  (await verifyAtTill(context, { certificate_number, pin: PIN }, await shop.terminal())).ok;

describe('after every key was rotated', () => {
  test('numbers are found as before, and by --rekey need the old keys no longer', async () => {
    const certificates = await Promise.all([30_000, 20_000, 10_000].map((amount) => shop.accepted(amount)));
    const { context } = shop;
    const after: ShopContext = { ...context, secrets: rotated(context.secrets) };
    expect(await oldRows(after, 'certificate numbers')).toBe(3);
    expect(await oldRows(after, 'digests of certificate numbers')).toBe(3);
    for (const { number } of certificates) expect(await opens(after, number)).toBe(true);

    const rewritten = await rekey(after, KEY_USES);
    expect([...rewritten]).toEqual([
      ['certificate numbers', 3],
      ['digests of certificate numbers', 0],
      ['proposed bank accounts', 0],
    ]);
    expect(await oldRows(after, 'certificate numbers')).toBe(0);
    expect(await oldRows(after, 'digests of certificate numbers')).toBe(0);
    const current = withoutOldKeys(after.secrets);
    const keyRing = (name: string) => (name === 'pin_hmac' ? after.secrets : current).keyRing(name);
    for (const { number } of certificates)
      expect(await opens({ ...after, secrets: { keyRing } }, number)).toBe(true);
    expect([...(await rekey(after, KEY_USES)).values()]).toEqual([0, 0, 0]);
  });

  test('a bank account that waits for a second person is read as before, and needs the old key no longer', async () => {
    const { context } = shop;
    const staff_id = await aStaffMember(shop, 'owner');
    const proposal_id = newId();
    const typed = { account: { bank_code: '088', number: '110-234-567890' }, holder: '하늘상점' };
    await inTransaction(context.db, (tx) =>
      enterProposal(context, tx, { staff_id, proposal_id }, { currency: 'KRW', ...typed }),
    );
    const after: ShopContext = { ...context, secrets: rotated(context.secrets) };
    expect((await rekey(after, KEY_USES)).get('proposed bank accounts')).toBe(1);
    const current = { secrets: withoutOldKeys(after.secrets) };
    expect(await listProposals(context.db, current, staff_id)).toMatchObject([{ holder: '하늘상점' }]);
  });

  test('a PIN is stored under the new key when it is used', async () => {
    const { number } = await shop.accepted(5_000, { phone: '+821077770008' });
    const after: ShopContext = { ...shop.context, secrets: rotated(shop.context.secrets) };
    const before = await oldRows(after, 'PINs');
    expect(await opens(after, number)).toBe(true);
    expect(await oldRows(after, 'PINs')).toBe(before - 1);
    expect(await opens({ ...after, secrets: withoutOldKeys(after.secrets) }, number)).toBe(false);
  });

  test('so is the PIN of a clerk who signs in, and without the old key it is no PIN', async () => {
    const [clerk, absent] = [await shop.clerk(), await shop.clerk()];
    const { terminal_id } = await shop.terminal();
    const till = { terminal_id, store_id: '', store_name: '' };
    const after: ShopContext = { ...shop.context, secrets: rotated(shop.context.secrets) };
    const current = { ...after, secrets: withoutOldKeys(after.secrets) };
    const enters = async (context: ShopContext, { clerk_number }: TestClerk) =>
      (await signIn(context, till, { clerk_number, pin: CLERK_PIN })).ok;
    const before = await oldRows(after, 'PINs of clerks');
    expect(await enters(after, clerk)).toBe(true);
    expect(await oldRows(after, 'PINs of clerks')).toBe(before - 1);
    expect(await enters(current, clerk)).toBe(true);
    expect(await enters(current, absent)).toBe(false);
  });

  test('it is said what is stored under which key, and what becomes of it', async () => {
    await shop.accepted(5_000, { phone: '+821077770009' });
    const after = { ...shop.context, secrets: rotated(shop.context.secrets) };
    const rings = ['number_encryption', 'pin_hmac'].map((name) => after.secrets.keyRing(name));
    const lines = describeKeyUses(await count(after), rings).split('\n');
    expect(lines).toContainEqual(
      expect.stringMatching(/^number_encryption v1: \d certificate numbers; rewritten by --rekey$/),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^pin_hmac v1: \d PINs; rewritten at the next right use$/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^number_encryption v2 \(current\): /));
    expect(lines).toContainEqual(expect.stringMatching(/^pin_hmac v2 \(current\): \d PINs/));
  });
});
