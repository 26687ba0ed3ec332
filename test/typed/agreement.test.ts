import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../kit/http/app.ts';
import { checkPin, normalisePin } from '../../kit/pin-policy.ts';
import { looksLikeAmount, parseAmount } from '../../kit/typed/amount.ts';
import { parseCode } from '../../kit/typed/code.ts';
import { parseEmail } from '../../kit/typed/email.ts';
import { withoutInvisible } from '../../kit/typed/invisible.ts';
import { parseName } from '../../kit/typed/name.ts';
import { parsePin } from '../../kit/typed/pin.ts';
import { createManagementApp } from '../../servers/management/app.ts';
import { rowsOfText } from '../../servers/management/groups/list-rows.ts';
import { readRows } from '../../servers/management/groups/recipient-list.ts';
import { hashPhonePin, isPhonePin } from '../../servers/management/members/phone-pin-hash.ts';
import { readOrder } from '../../servers/management/orders/orders.ts';
import { nameRecipient } from '../../servers/management/orders/recipient/name-recipient.ts';
import { understand } from '../../servers/management/text/understand.ts';
import { aDoor } from '../builders/door.ts';
import { anOrder } from '../builders/gifts.ts';
import { aManagement, MEMBER_ID, type TestManagement } from '../builders/management.ts';
import { aMemberOf, type TestMember } from '../builders/members.ts';
import { TestShop } from '../builders/shop-server.ts';
import { aName, anAmount, anEmail, anyText, spellingsOf } from './typed-input.ts';

let management: TestManagement;
let app: App;
let member: TestMember;
let shop: TestShop;
beforeAll(async () => {
  management = await aManagement();
  app = await createManagementApp(management.context);
  member = await aMemberOf(management, app);
  shop = await TestShop.open();
});
afterAll(async () => {
  await app.close();
  await management.close();
  await shop.close();
});

const LIST = {
  currency: 'KRW',
  amount_minor: 77_777n,
  amount_min_minor: 1n,
  amount_max_minor: 10n ** 15n,
  can_call: false,
};
/** Whether a list takes it for one thing: one cell, and no phone number in it, as in `홍길동010-…`. */
const isOneThing = (text: string) =>
  !/[\r\n\t;,]/.test(text.trim()) && !/[+0]\d[\d\s()./-]{6}/.test(withoutInvisible(text.normalize('NFKC')));
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('management and the shop', () => {
  const path = '/v1/peer/certificates';

  test('what management makes of a recipient, the shop registers', async () => {
    const orderId = await anOrder(management);
    await fc.assert(
      fc.asyncProperty(anEmail, aName, async (email, name) => {
        const named = await nameRecipient(management.context, orderId, MEMBER_ID, { email, name });
        if (!named.ok) {
          expect(['email_invalid', 'name_invalid']).toContain(named.code);
          return;
        }
        const { recipient_name, recipient_email } = await readOrder(management.context.db, orderId);
        const registration = { recipient_name, recipient_email, buyer_name: recipient_name };
        const { recipient_phone: _, ...others } = shop.registration(1_000, registration);
        expect(await shop.peer('POST', path, others)).toMatchObject({ status: 201 });
      }),
      { numRuns: 150 },
    );
  });

  test('what management would not send, the shop refuses', async () => {
    await fc.assert(
      fc.asyncProperty(aName, async (recipient_name) => {
        const parsed = parseName(recipient_name);
        fc.pre(!parsed.ok || parsed.value !== recipient_name);
        const reply = await shop.peer('POST', path, shop.registration(1_000, { recipient_name }));
        expect(reply).toMatchObject({ status: 400 });
      }),
      { numRuns: 60 },
    );
  });
});

describe('two doors of management', () => {
  test('take the same names and addresses: the API, and a line of a list', async () => {
    const orderId = await anOrder(management);
    await fc.assert(
      fc.asyncProperty(anEmail, aName, async (email, name) => {
        // A list has a line for each person, its cells are parted, and so are words at brackets.
        fc.pre(!/[@<>()]/.test(name) && isOneThing(name) && !looksLikeAmount(name));
        fc.pre(!/[\s()<>[\]]/.test(email.trim()) && isOneThing(email));
        fc.pre(email.includes('@') && parseName(name.normalize('NFKC')).ok === parseName(name).ok);
        const [line] = readRows(rowsOfText(`${quoted(email)},${quoted(name)}`), LIST);
        const named = await nameRecipient(management.context, orderId, MEMBER_ID, { email, name });
        if (line?.recipient !== undefined) expect(named.ok).toBe(true);
        if (!named.ok || line?.recipient === undefined) return;
        const { recipient_email } = await readOrder(management.context.db, orderId);
        const listed = 'email' in line.recipient ? parseEmail(line.recipient.email) : undefined;
        expect(listed).toMatchObject({ ok: true, email: recipient_email });
      }),
      { numRuns: 150 },
    );
  });

  test('take the same names: the profile, and a registration', async () => {
    await fc.assert(
      fc.asyncProperty(aName, async (name) => {
        const changed = await member.door('PATCH', '/v1/members/me', { name });
        const parsed = parseName(name);
        expect(changed).toMatchObject(
          parsed.ok
            ? { status: 200, body: { name: parsed.value } }
            : { status: 422, body: { code: parsed.code } },
        );
        if (parsed.ok) return;
        const body = {
          name,
          email: 'a',
          mobile: '1',
          password: 'x',
          phone_pin: '1',
          locale: 'ko',
          preferred_channel: 'sms',
        };
        expect((await aDoor(app)('POST', '/v1/members', body)).body.code).toBe(parsed.code);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an address in a list', () => {
  const manyDots = fc.string({ unit: fc.constantFrom(...'019.kim)(-+_'), maxLength: 8 });

  test('is the one that was typed, or the line is refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anEmail,
          manyDots.map((local) => `${local}@example.com`),
        ),
        fc.constantFrom('홍길동', 'Kim', 'KRW 50'),
        (email, other) => {
          const parsed = parseEmail(email);
          fc.pre(parsed.ok && !/[()<>]/.test(email) && isOneThing(email));
          for (const line of [`${email},${other}`, `"${other}","${email}"`]) {
            const [{ recipient } = {}] = readRows(rowsOfText(line), LIST);
            if (recipient !== undefined)
              expect('email' in recipient && parseEmail(recipient.email)).toEqual(parsed);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('an amount in a list', () => {
  test('is what its parser makes of it, or the line is refused; it is never the default and never a name', () => {
    fc.assert(
      fc.property(anAmount, (amount) => {
        fc.pre(looksLikeAmount(amount));
        const [line] = readRows(rowsOfText(`010-5555-1000\t홍길동\t${amount}`), LIST);
        const parsed = parseAmount(amount, 'KRW');
        if (!parsed.ok) {
          expect(line?.problem).toBeDefined();
          return;
        }
        expect(line?.recipient).toEqual({
          phone: '010-5555-1000',
          name: '홍길동',
          amount_minor: parsed.value,
        });
      }),
      { numRuns: 1_000 },
    );
  });

  test('whatever stands beside it, a line never has an amount that nobody wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, aName, anAmount), { maxLength: 4 }), (cells) => {
        for (const { recipient } of readRows(rowsOfText(cells.join('\t')), LIST))
          if (recipient !== undefined && recipient.amount_minor === LIST.amount_minor)
            expect(looksLikeAmount(recipient.name ?? '')).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('digits that are spelled differently', () => {
  const digits = fc.integer({ min: 0, max: 999_999 }).map((n) => String(n).padStart(6, '0'));
  const twice = digits.chain((six) => fc.tuple(fc.constant(six), spellingsOf(six), spellingsOf(six)));

  test('are one PIN wherever it is chosen, checked, texted and used', () => {
    fc.assert(
      fc.property(twice, ([six, chosen, used]) => {
        const owner = { phone: '+821055551000' };
        expect(parsePin(used)).toEqual({ ok: true, value: six });
        expect(checkPin(chosen, owner)).toBe(checkPin(used, owner));
        expect(normalisePin(chosen)).toBe(normalisePin(used));
        expect(understand(used)).toEqual({ kind: 'digits', digits: six });
      }),
    );
  });

  test('are one phone PIN', async () => {
    await fc.assert(
      fc.asyncProperty(twice, async ([, chosen, used]) => {
        const stored = await hashPhonePin(management.context, MEMBER_ID, chosen);
        expect(await isPhonePin(management.context, MEMBER_ID, stored, used)).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  test('are one code', () => {
    fc.assert(
      fc.property(twice, ([six, one, other]) => {
        expect([parseCode(one), parseCode(other)]).toEqual(Array(2).fill({ ok: true, value: six }));
      }),
    );
  });

  test('what is no PIN at one door is none at another', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parsePin(text);
        const refused = checkPin(text, { phone: null, digits: { min: 4, max: 12 } });
        if (!parsed.ok) expect(refused).toBe(parsed.code);
      }),
    );
  });
});
