import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { LOCALES } from '../../../kit/format/locale.ts';
import type { App } from '../../../kit/http/app.ts';
import { keyOf, standardText, variablesOf, wrongIn } from '../../../kit/wordings/check-wording.ts';
import { exampleVars } from '../../../kit/wordings/examples.ts';
import { WORDED_KINDS, WORDING_MAX, WORDING_PARTS } from '../../../kit/wordings/kinds.ts';
import { wordsWith } from '../../../kit/words/index.ts';
import { aDoor, type Door } from '../../../test/builders/door.ts';
import { anOffer } from '../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../test/builders/management.ts';
import { aStaffSession } from '../../../test/builders/sessions.ts';
import { createManagementApp } from '../app.ts';
import { type Channels, sendDueMessages } from '../delivery/send-messages.ts';

let management: TestManagement;
let app: App;
let operator: Door;
let auditor: Door;
let texts: { to: string; text: string }[] = [];
let mails: { to: string; subject: string; text: string }[] = [];
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  operator = aDoor(app, await aStaffSession(management, 'operator'));
  auditor = aDoor(app, await aStaffSession(management, 'auditor'));
});
afterAll(async () => {
  await app.close();
  await management.close();
});
beforeEach(async () => {
  const { db } = management.context;
  await sql`update messages set state = 'failed' where state in ('due', 'sending')`.execute(db);
  texts = [];
  mails = [];
});

const channels: Channels = {
  sms: {
    send: async (message) => {
      texts.push(message);
      return { kind: 'submitted', provider_message_ids: [] };
    },
  },
  mail: {
    send: async (mail) => {
      mails.push(mail);
      return { kind: 'submitted', provider_message_ids: ['mail'] };
    },
  },
};
async function send(): Promise<void> {
  while ((await sendDueMessages(management.context, channels)) > 0);
}

const KIND = 'recipient.gift_arrived';
const publish = (sms: { after: number; wording: string | null }, more = {}) =>
  operator('POST', '/v1/staff/wordings', { kind: KIND, locale: 'ko', texts: { sms }, ...more });

describe('the texts of the catalogue', () => {
  const all = WORDED_KINDS.flatMap((kind) =>
    LOCALES.flatMap((locale) => WORDING_PARTS.map((part) => ({ kind, locale, part }))),
  );

  test.each(all)(
    '$kind.$part in $locale could be published as they are, and shown',
    ({ kind, locale, part }) => {
      const key = keyOf(kind, part);
      const text = standardText(key, locale);
      expect(wrongIn({ kind, key, locale }, text)).toBeUndefined();
      expect(text.length).toBeLessThanOrEqual(WORDING_MAX[part]);
      const vars = exampleVars(variablesOf(kind, locale), locale, new Date()) as never;
      const w = wordsWith(locale, { [key]: text });
      const said = part === 'sms' ? w.sms(kind, vars) : JSON.stringify(w.mail(kind, vars));
      expect(said).not.toMatch(/\{\{|\}\}|undefined|NaN|Invalid/);
    },
  );
});

describe('words of one’s own', () => {
  test('are used from the next message on, those for a shop before those for all, until the standard ones are back', async () => {
    const arrived = async () => {
      texts = [];
      await anOffer(management);
      await send();
      return texts.find(({ to }) => to === '+821098765432')?.text;
    };
    const standard = await arrived();
    expect(standard).toContain('답장');
    expect(
      await publish({ after: 0, wording: '{{sender_name, josa:이/가}} 보낸 선물: {{link}}' }),
    ).toMatchObject({
      status: 201,
      body: { versions: { sms: 1 } },
    });
    expect(await arrived()).toMatch(/^김하늘이 보낸 선물: http/);
    const { body } = await operator('GET', '/v1/staff/shops');
    const [shop] = body.shops as { shop_id: string }[];
    expect(
      await publish({ after: 0, wording: '하늘에서 온 선물 {{link}}' }, { shop_id: 'haneul' }),
    ).toMatchObject({ status: 201 });
    expect(shop).toBeDefined();
    expect(await arrived()).toMatch(/^하늘에서 온 선물 http/);
    expect(await publish({ after: 1, wording: null }, { shop_id: 'haneul' })).toMatchObject({ status: 201 });
    expect(await arrived()).toMatch(/^김하늘이 보낸 선물: http/);
    expect(await publish({ after: 1, wording: null })).toMatchObject({ body: { versions: { sms: 2 } } });
    expect(await arrived()).toContain('답장');
  });

  test('are refused with the part and the variable that are wrong, and nothing is published', async () => {
    const asked = (text: string) =>
      operator('POST', '/v1/staff/wordings', {
        ...{ kind: KIND, locale: 'en' },
        texts: { mail_subject: { after: 0, wording: 'Fine' }, mail_text: { after: 0, wording: text } },
      });
    expect(await asked('{{pin}} {{link}}')).toMatchObject({
      status: 422,
      body: { code: 'wording_variable_unknown', part: 'mail_text', variable: 'pin' },
    });
    expect(await asked('A gift came.')).toMatchObject({
      status: 422,
      body: { code: 'wording_variable_missing', part: 'mail_text', variable: 'link' },
    });
    expect(await publish({ after: 0, wording: ' ' })).toMatchObject({ status: 400 });
    expect(await publish({ after: 7, wording: '{{link}}' })).toMatchObject({
      status: 409,
      body: { code: 'changed_meanwhile' },
    });
    expect(await publish({ after: 0, wording: '{{link}}' }, { shop_id: 'nobody' })).toMatchObject({
      status: 404,
      body: { code: 'shop_not_found' },
    });
    const { body } = await auditor('GET', '/v1/staff/wordings?locale=en');
    const found = (body.messages as { kind: string; texts: { version: number }[] }[]).find(
      ({ kind }) => kind === KIND,
    );
    expect(found?.texts.map(({ version }) => version)).toEqual([0, 0, 0]);
  });

  test('that this program can’t say any more are left out, and the standard ones are said', async () => {
    const { db } = management.context;
    await sql`
      insert into wordings (shop_id, key, locale, version, wording, published_at, published_by)
      select '', ${`${KIND}.sms`}, 'ko', 99, ${'{{what_there_was_once}} {{link}}'}, now(), staff_id from staff limit 1`.execute(
      db,
    );
    await anOffer(management);
    await send();
    expect(texts.map(({ text }) => text).join()).toContain('답장');
    expect(await publish({ after: 99, wording: null })).toMatchObject({ status: 201 });
  });

  test('are the operator’s to publish', async () => {
    const asked = { kind: KIND, locale: 'ko', texts: { sms: { after: 0, wording: '{{link}}' } } };
    expect(await auditor('POST', '/v1/staff/wordings', asked)).toMatchObject({ status: 403 });
  });
});

describe('a test message', () => {
  const test_ = (channel: string, address: string, given: object) =>
    operator('POST', '/v1/staff/wordings/tests', {
      kind: KIND,
      locale: 'ko',
      channel,
      address,
      texts: given,
    });

  test('has the texts that are being written, with examples, by text and by mail', async () => {
    expect(await test_('sms', '010-5555-7777', { sms: '{{amount, money}} 선물 {{link}}' })).toMatchObject({
      status: 202,
    });
    expect(
      await test_('email', 'me@example.com', {
        mail_subject: '{{shop_name}} 선물',
        mail_text: '여기 {{link}}',
      }),
    ).toMatchObject({ status: 202 });
    await send();
    expect(texts).toMatchObject([
      { to: '+821055557777', text: '50,000원 선물 https://gift.example/g/example' },
    ]);
    expect(mails).toMatchObject([{ to: 'me@example.com', subject: '하늘상점 선물' }]);
    expect(mails[0]?.text).toContain('여기 https://gift.example/g/example');
  });

  test('is refused for what can’t be said and where it can’t go, and after twenty within an hour', async () => {
    expect(await test_('sms', '010-5555-7777', { sms: 'no link' })).toMatchObject({
      body: { code: 'wording_variable_missing' },
    });
    expect(await test_('sms', '02-700-1200', { sms: '{{link}}' })).toMatchObject({
      body: { code: 'phone_number_invalid' },
    });
    expect(await test_('email', 'nobody', { mail_text: '{{link}}' })).toMatchObject({
      body: { code: 'email_invalid' },
    });
    const statuses = [];
    for (let n = 0; n < 20; n++)
      statuses.push((await test_('sms', '010-5555-7777', { sms: `${n} {{link}}` })).status);
    expect(statuses[0]).toBe(202);
    expect(statuses.at(-1)).toBe(429);
  });
});
