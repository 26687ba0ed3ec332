import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { LOCALES } from '../../../kit/format/locale.ts';
import { newId } from '../../../kit/ids.ts';
import { keyOf, standardText, variablesOf, wrongIn } from '../../../kit/wordings/check-wording.ts';
import { exampleVars } from '../../../kit/wordings/examples.ts';
import { SHOP_WORDED_KINDS, WORDING_MAX } from '../../../kit/wordings/kinds.ts';
import { wordsWith } from '../../../kit/words/index.ts';
import { textsTo } from '../../../test/builders/shop-messages.ts';
import { TestShop } from '../../../test/builders/shop-server.ts';
import type { NewsNotice } from '../messages/notices.ts';

const KIND = 'recipient.locked_by_staff';
const TEST_PHONE = '+821055557777';
let shop: TestShop;
let [owner, clerk, auditor] = ['', '', ''];
let phone = '';
let phones = 0;

beforeAll(async () => {
  shop = await TestShop.open();
  [owner, clerk, auditor] = [
    await shop.staff('owner'),
    await shop.staff('clerk'),
    await shop.staff('auditor'),
  ];
});
afterAll(() => shop.close());
beforeEach(() => {
  phone = `+82103334${String(6_500 + phones++)}`;
});

type Sms = { after: number; wording: string | null };
const publish = (sms: Sms, { kind = KIND as string, locale = 'ko', token = owner, key = newId() } = {}) =>
  shop.call('POST', '/v1/office/wordings', { token, key, body: { kind, locale, texts: { sms } } });
const try_ = (
  text: string,
  { to = '010-5555-7777', kind = KIND as string, token = owner, key = newId() } = {},
) =>
  shop.call('POST', '/v1/office/wordings/tests', {
    token,
    key,
    body: { kind, locale: 'ko', phone: to, text },
  });
const list = async (locale = 'ko', token = auditor) => {
  const { body } = await shop.call('GET', `/v1/office/wordings?locale=${locale}`, { token });
  return body.messages as {
    kind: string;
    variables: string[];
    texts: { part: string; version: number; wording: string | null }[];
  }[];
};
const shownOf = async (kind: string) => (await list()).find((one) => one.kind === kind)?.texts;
/** What the holder of a new certificate is told when staff lock it. */
const toldOfLock = async () => {
  const { certificate_id } = await shop.accepted(50_000, { phone });
  const body = { reason: '분실 신고' };
  await shop.call('POST', `/v1/office/certificates/${certificate_id}/lock`, { token: clerk, body });
  return (await textsTo(shop.context, phone)).at(-1);
};

describe('the texts of the catalogue', () => {
  test('can be worded otherwise wherever they carry no code', () => {
    const news: Record<NewsNotice['kind'], true> = {
      'recipient.certificate_used': true,
      'recipient.use_reversed': true,
      'recipient.certificate_expiring': true,
      'recipient.certificate_expired': true,
      'recipient.locked_by_staff': true,
      'recipient.unlocked_by_staff': true,
      'recipient.certificate_frozen': true,
      'recipient.certificate_unfrozen': true,
      'recipient.certificate_charged_back': true,
      'recipient.handed_over': true,
      'recipient.pin_changed': true,
      'recipient.certificate_locked': true,
      'recipient.opened_by_clerk': true,
    };
    expect(new Set(SHOP_WORDED_KINDS)).toEqual(new Set(Object.keys(news)));
  });

  test.each(SHOP_WORDED_KINDS.flatMap((kind) => LOCALES.map((locale) => ({ kind, locale }))))(
    '$kind in $locale could be published as it is, and shown',
    ({ kind, locale }) => {
      const key = keyOf(kind, 'sms');
      const text = standardText(key, locale);
      expect(wrongIn({ kind, key, locale }, text)).toBeUndefined();
      expect(text.length).toBeLessThanOrEqual(WORDING_MAX.sms);
      expect(variablesOf(kind, locale).join()).not.toMatch(/\b(code|pin)\b/);
      const vars = exampleVars(variablesOf(kind, locale), locale, new Date());
      const said = wordsWith(locale, { [key]: text }).sms(kind, vars as never);
      expect(said).not.toMatch(/\{\{|\}\}|undefined|NaN|Invalid/);
    },
  );
});

describe('words of one’s own', () => {
  test('are used from the next text on, in their language, until the standard ones are back', async () => {
    expect(await toldOfLock()).toContain('잠갔어요');
    const key = newId();
    const mine = { after: 0, wording: '{{shop_name}}: {{left, money, josa:을/를}} 잠시 쓸 수 없어요.' };
    const first = await publish(mine, { key });
    expect(first).toMatchObject({ status: 201, body: { versions: { sms: 1 } } });
    expect(await publish(mine, { key })).toEqual(first);
    expect(await shownOf(KIND)).toMatchObject([{ part: 'sms', version: 1, wording: mine.wording }]);
    expect(await list('en')).toContainEqual(
      expect.objectContaining({
        kind: KIND,
        texts: [expect.objectContaining({ version: 0, wording: null })],
      }),
    );
    phone = '+821033349998';
    expect(await toldOfLock()).toMatch(/: 50,000원을 잠시 쓸 수 없어요\.$/);
    expect(await publish({ after: 1, wording: null })).toMatchObject({ body: { versions: { sms: 2 } } });
    phone = '+821033349999';
    expect(await toldOfLock()).toContain('잠갔어요');
  });

  test('are refused where they couldn’t be said, or somebody was faster, and nothing is published', async () => {
    const refused = async (wording: string, more = {}) => {
      const { status, body } = await publish(
        { after: 0, wording },
        { kind: 'recipient.pin_changed', ...more },
      );
      return [status, body.code, body.variable];
    };
    expect(await refused('{{code}} {{link}}')).toEqual([422, 'wording_variable_unknown', 'code']);
    expect(await refused('{{shop_name}}의 PIN이 바뀌었어요.')).toEqual([
      ...[422, 'wording_variable_missing', 'link'],
    ]);
    expect(await refused(' ')).toEqual([400, 'validation_failed', undefined]);
    expect((await refused('{{link}}', { kind: 'account.unlock_code' }))[0]).toBe(400);
    expect(await shownOf('recipient.pin_changed')).toMatchObject([{ version: 0 }]);
    const late = await publish({ after: 7, wording: '{{link}}' }, { kind: 'recipient.pin_changed' });
    expect(late).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } });
    const both = await Promise.all(
      ['1', '2'].map((n) =>
        publish({ after: 0, wording: `${n} {{link}}` }, { kind: 'recipient.pin_changed' }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('that this program can’t say any more are left out, and the standard ones are said', async () => {
    await sql`
      insert into wordings (shop_id, key, locale, version, wording, published_at, published_by)
      select '', ${`${KIND}.sms`}, 'ko', 99, '{{what_there_was_once}}', now(), staff_id from staff limit 1`.execute(
      shop.context.db,
    );
    expect(await toldOfLock()).toContain('잠갔어요');
    expect(await publish({ after: 99, wording: null })).toMatchObject({ status: 201 });
  });

  test('are the owners’ to publish, who have just said who they are', async () => {
    const said = { after: 0, wording: '{{shop_name}}' };
    for (const token of [clerk, auditor]) {
      expect(await publish(said, { token })).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      expect(await try_('{{shop_name}}', { token })).toMatchObject({ body: { code: 'forbidden' } });
      expect((await list('ko', token)).length).toBe(SHOP_WORDED_KINDS.length);
    }
    shop.passTime(11 * MINUTE_MS);
    expect(await publish(said)).toMatchObject({ body: { code: 'proof_required' } });
    expect(await try_('{{shop_name}}')).toMatchObject({ body: { code: 'proof_required' } });
    shop.passTime(-11 * MINUTE_MS);
  });

  test('stay as they were published', async () => {
    await publish({ after: 0, wording: '{{shop_name}}' }, { kind: 'recipient.handed_over', locale: 'en' });
    const changed = shop.context.pool.query(`update wordings set wording = 'y'`);
    await expect(changed).rejects.toThrow(/permission denied/);
  });
});

test('a text is tried out with examples before it is published, twenty times an hour', async () => {
  const key = newId();
  const first = await try_('{{left, money, josa:이/가}} 남았어요', { key });
  expect(first).toMatchObject({ status: 202, body: { queued: true } });
  expect(await try_('{{left, money, josa:이/가}} 남았어요', { key })).toEqual(first);
  expect(await textsTo(shop.context, TEST_PHONE)).toEqual(['50,000원이 남았어요']);
  expect(await shownOf(KIND)).toMatchObject([{ wording: null }]);
  expect(await try_('{{pin}}')).toMatchObject({ body: { code: 'wording_variable_unknown' } });
  expect(await try_('{{shop_name}}', { to: '02-700-1200' })).toMatchObject({
    body: { code: 'phone_number_invalid' },
  });
  const statuses = [];
  for (let n = 0; n < 19; n++) statuses.push((await try_(`${n}`)).status);
  expect([statuses[0], statuses.at(-1)]).toEqual([202, 429]);
});
