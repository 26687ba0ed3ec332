import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../../../kit/ids.ts';
import { anOrder, confirmReadBack, doneOf, stateOf } from '../../../../test/builders/gifts.ts';
import {
  aManagement,
  MEMBER_ID,
  SHOP_MEMBER,
  SUBSCRIBER,
  type TestManagement,
} from '../../../../test/builders/management.ts';
import { readOrder } from '../orders.ts';
import type { Recipient } from './look-up-name.ts';
import { nameRecipient } from './name-recipient.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

describe('the read-back', () => {
  test("asks the shop's members first, then the carrier, and shows the name masked", async () => {
    const orderId = await anOrder(management);
    const { context } = management;
    const member = doneOf(await nameRecipient(context, orderId, MEMBER_ID, { phone: '010-9876-5432' }));
    expect(member.recipient).toEqual({
      masked_name: '홍*동',
      masked_address: '010-****-5432',
      channel: 'sms',
      read_back_id: expect.any(String),
    });
    const corrected = doneOf(await nameRecipient(context, orderId, MEMBER_ID, { phone: SUBSCRIBER.phone }));
    expect(corrected.recipient?.masked_name).toBe('박*연');
    const nobody = await nameRecipient(context, orderId, MEMBER_ID, { phone: '010-5555-6666' });
    expect(nobody).toMatchObject({ ok: false, code: 'recipient_unknown' });
    // The name that was heard before the wrong number is not there to be confirmed.
    expect(await confirmReadBack(management, orderId)).toMatchObject({ code: 'wrong_state' });
  });

  test.each([
    ['no number', { phone: '12' }, 'phone_number_invalid'],
    ['a landline', { phone: '02-123-4567' }, 'phone_number_invalid'],
    ['a number of no person', { phone: '1588-0000' }, 'phone_number_invalid'],
    ['a satellite telephone', { phone: '+881612345678' }, 'phone_number_invalid'],
    ['no address', { email: 'nobody@', name: '홍길동' }, 'email_invalid'],
    [
      'an address that not every server takes',
      { email: 'josé@example.com', name: '홍길동' },
      'email_invalid',
    ],
    ['another of those', { email: '김하늘@example.com', name: '홍길동' }, 'email_invalid'],
    ['no name', { email: 'minsu@example.com', name: '   ' }, 'name_invalid'],
    ['a tab for a name', { email: 'minsu@example.com', name: '\t' }, 'name_invalid'],
    [
      'a name with a link',
      { email: 'minsu@example.com', name: '확인 http://evil.example/x' },
      'name_invalid',
    ],
  ])('is refused for %s', async (_what, recipient, code) => {
    const orderId = await anOrder(management);
    const result = await nameRecipient(management.context, orderId, MEMBER_ID, recipient);
    expect(result).toMatchObject({ ok: false, code });
    expect(await stateOf(management, orderId)).toBe('authorised');
  });

  test("does not say that nobody has a number when the shop can't be asked", async () => {
    const orderId = await anOrder(management);
    management.shop.goesWrong('member-lookups', { kind: 'not_reached' });
    const result = await nameRecipient(management.context, orderId, MEMBER_ID, { phone: '010-5555-6666' });
    expect(result).toMatchObject({ ok: false, code: 'service_unavailable' });
  });

  describe('of a number whose country has no look-up', () => {
    const ABROAD = '+14155550123';
    const naming = async (recipient: Recipient) => {
      const orderId = await anOrder(management);
      return { orderId, named: await nameRecipient(management.context, orderId, MEMBER_ID, recipient) };
    };
    beforeAll(() => {
      const { carriers } = management.context;
      const { lookUpName } = carriers;
      carriers.lookUpName = async (phone) => (phone === ABROAD ? { kind: 'no_look_up' } : lookUpName(phone));
    });

    test('has the name that the buyer types, and says that the recipient confirms it', async () => {
      const { orderId, named } = await naming({ phone: ABROAD, name: ' John Smith ' });
      expect(doneOf(named).recipient).toMatchObject({ masked_name: 'J*** S****', to_be_confirmed: true });
      expect(await readOrder(management.context.db, orderId)).toMatchObject({
        recipient_name: 'John Smith',
        name_source: 'typed',
      });
    });

    test.each([
      ['no name', {}, 'recipient_name_missing'],
      ['an empty name', { name: ' ' }, 'recipient_name_missing'],
      ['a name that is none', { name: 'see http://evil.example/x' }, 'name_invalid'],
    ])('is refused with %s', async (_what, typed, code) => {
      const { orderId, named } = await naming({ phone: ABROAD, ...typed });
      expect(named).toMatchObject({ ok: false, code });
      expect(await stateOf(management, orderId)).toBe('authorised');
    });

    test('has the name that the shop knows, whatever the buyer types', async () => {
      const { named } = await naming({ phone: SHOP_MEMBER.phone, name: '아무개' });
      expect(doneOf(named).recipient).toMatchObject({ masked_name: '홍*동' });
      expect(doneOf(named).recipient).not.toHaveProperty('to_be_confirmed');
    });

    test('is nobody’s where the policy takes no typed names', async () => {
      const { settings } = management.context;
      Object.assign(management.context, { settings: { ...settings, namesWithoutLookUp: 'refused' } });
      const { named } = await naming({ phone: ABROAD, name: 'John Smith' });
      Object.assign(management.context, { settings });
      expect(named).toMatchObject({ ok: false, code: 'recipient_unknown' });
    });
  });

  test('is only for the buyer themself', async () => {
    const orderId = await anOrder(management);
    const stranger = await nameRecipient(management.context, orderId, newId(), { phone: SHOP_MEMBER.phone });
    expect(stranger).toMatchObject({ ok: false, code: 'order_not_found' });
  });
});
