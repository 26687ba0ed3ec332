import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishDetails } from '../../../kit/business/details.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { doneOf } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import { supportLine } from './support-line.ts';

let management: TestManagement;
beforeAll(async () => {
  management = await aManagement();
});
afterAll(() => management.close());

const lineOf = (kind: string, text = 'x', locale: 'ko' | 'ja' = 'ko') =>
  supportLine(management.context.db, { kind, locale }, text);

test('the first text to a recipient says where to ask, once that is published', async () => {
  expect(await lineOf('recipient.gift_arrived')).toBeUndefined();
  const { context } = management;
  const details = {
    ...{ name_ko: '선물', name_en: 'Seonmul', representative: '김선물', registration_number: '123-45-67890' },
    ...{ mail_order_number: null, address_ko: '서울', address_en: 'Seoul', telephone: '02-700-1200' },
    ...{ email: 'help@example.com', hours_ko: null, hours_en: null, privacy_officer: null, colour: null },
    ...{ logo_id: null, vat_bp: 0 },
  };
  doneOf(await inTransaction(context.db, (tx) => publishDetails(context, tx, null, 0, details)));
  expect(await lineOf('recipient.gift_arrived')).toBe('문의 02-700-1200');
  expect(await lineOf('buyer.card_declined', 'x', 'ja')).toBe('お問い合わせ: 02-700-1200');
  expect(await lineOf('buyer.gift_accepted')).toBeUndefined();
  // Longer, it would be more than one long text.
  expect(await lineOf('recipient.gift_arrived', 'x'.repeat(936))).toBe('문의 02-700-1200');
  expect(await lineOf('recipient.gift_arrived', 'x'.repeat(937))).toBeUndefined();
});
