import { randomBytes, randomUUID } from 'node:crypto';
import { newCertificateNumber } from '../../kit/check-digits.ts';
import { sql } from '../../kit/db/sql.ts';
import { newId } from '../../kit/ids.ts';
import { generateSealingKeyPair, sealPin } from '../../kit/sealed-pin.ts';
import { acceptCertificate } from '../../servers/shop/certificates/accept-certificate.ts';
import { registerCertificate } from '../../servers/shop/certificates/register-certificate.ts';
import { addClerk } from '../../servers/shop/clerks/clerks.ts';
import { type ShopContext, shopLimits } from '../../servers/shop/context.ts';
import type { Till } from '../../servers/shop/stores/places.ts';
import { aBase, anEvidence, noLimit, STAFF_OPTIONAL, TERMS } from './base.ts';

/** A policy about phones that needs no mobile operator. */
const ASKS_NOBODY = { sim_swapped: 'allow', recycled: 'allow', unknown: 'allow', hours: 72 } as const;

/** A shop server's context on a real database, with one store, one till with a session and no limits on guessing. */
export async function aShop() {
  const base = await aBase('shop');
  const { publicJwk, privateJwk } = await generateSealingKeyPair('seal-1');
  const settings = {
    ...STAFF_OPTIONAL,
    ...TERMS,
    brandKo: '하늘상점',
    brandEn: 'Haneul Store',
    pinDigits: { min: 6, max: 6 },
    unlockPolicy: ASKS_NOBODY,
    handOverPolicy: ASKS_NOBODY,
    strangerCodesPerHour: 300,
    timeZone: 'Asia/Seoul',
  } as ShopContext['settings'];
  const limits = Object.fromEntries(
    Object.keys(shopLimits({ ...base, settings })).map((name) => [name, noLimit]),
  ) as ShopContext['limits'];
  const context: ShopContext = {
    ...base,
    settings,
    limits,
    sealingKeys: new Map([['seal-1', privateJwk]]),
    webShopKey: 'key',
  };
  const till: Till = { terminal_id: randomUUID(), store_id: randomUUID(), store_name: '종로점' };
  await sql`insert into stores values (${till.store_id}, '종로점', 'Jongno', ${base.time.now})`.execute(
    base.db,
  );
  await sql`
    insert into terminals (terminal_id, store_id, name, created_at)
    values (${till.terminal_id}, ${till.store_id}, '1', ${base.time.now})`.execute(base.db);
  const session = randomBytes(32);
  await sql`
    insert into terminal_sessions (session_id, terminal_id, token_digest, created_at, expires_at)
    values (${newId()}, ${till.terminal_id}, ${session}, ${base.time.now}, '2031-01-01')`.execute(base.db);

  const clerk_id = newId();
  await addClerk(context, base.db, { clerk_id, name: '이수진' });

  async function registered(amount_minor: number): Promise<string> {
    const certificate_id = newId();
    const result = await registerCertificate(
      context,
      base.db,
      'management',
      {
        certificate_id,
        order_id: certificate_id,
        buyer_name: '김하늘',
        buyer_member_number: '1234567890',
        amount_minor,
        currency: 'KRW',
        recipient_name: '홍길동',
        recipient_phone: '+821098765432',
        expires_at: '2031-01-01T00:00:00Z',
      },
      { evidence: anEvidence(), keeping: null },
    );
    if (!result.ok) throw new Error(result.code);
    return certificate_id;
  }

  async function sealed(
    certificate_id: string,
    pin: string,
    phone = '+821098765432',
  ): Promise<{ sealed_pin: string }> {
    const certificate_number = newCertificateNumber(base.random);
    const payload = {
      certificate_id,
      certificate_number,
      pin,
      phone,
      sealed_at: base.time.now.toISOString(),
    };
    return { sealed_pin: await sealPin(publicJwk, payload) };
  }

  async function accepted(amount_minor: number, pin = '739258'): Promise<string> {
    const id = await registered(amount_minor);
    const body = await sealed(id, pin);
    const place = { operator: 'management', certificateId: id };
    const received = { evidence: anEvidence(), keeping: null };
    const result = await acceptCertificate(context, base.db, place, body, received);
    if (!result.ok) throw new Error(result.code);
    return id;
  }

  return { context, base, till: { ...till, clerk_id }, session, registered, sealed, accepted };
}
