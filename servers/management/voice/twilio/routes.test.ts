import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio from 'twilio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUR_MS } from '../../../../kit/clock.ts';
import type { App } from '../../../../kit/http/app.ts';
import { anOffer, stateOf } from '../../../../test/builders/gifts.ts';
import { aManagement, type TestManagement } from '../../../../test/builders/management.ts';
import { MEMBER_NUMBER, PHONE_PIN, withPhonePin } from '../../../../test/builders/phone-call.ts';
import { createManagementApp } from '../../app.ts';
import { claimDueCalls } from '../outbound.ts';
import { dialTwilio } from './dial.ts';

const LANDLINE = '+8225551234';
let management: TestManagement;
let app: App;
let rest: Server;
/** The requests to Twilio's REST API, and the response to the next ones. */
const placed: { path: string; authorization: string | undefined; fields: URLSearchParams }[] = [];
let answerWith = { status: 201, body: {} };

beforeAll(async () => {
  management = await aManagement();
  const { context } = management;
  await withPhonePin(management);
  rest = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const fields = new URLSearchParams(Buffer.concat(parts).toString());
      placed.push({ path: request.url ?? '', authorization: request.headers.authorization, fields });
      response.writeHead(answerWith.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answerWith.body));
    });
  });
  await new Promise<void>((listening) => rest.listen(0, '127.0.0.1', () => listening()));
  const { port } = rest.address() as AddressInfo;
  context.settings = {
    ...context.settings,
    twilioApiUrl: `http://127.0.0.1:${port}`,
    voiceHours: { from_minute: 0, until_minute: 24 * 60 },
  };
  context.carriers.lookUpName = async () => ({ kind: 'found', name: '이순자' });
  app = await createManagementApp(context);
});
afterAll(async () => {
  await app.close();
  rest.close();
  await management.close();
});

/** A webhook as Twilio sends it, signed by Twilio's own package. */
async function webhook(url: string, fields: Record<string, string>, signature?: string) {
  const { twilioAuthToken } = management.context.settings;
  const path = url.replace(management.context.publicUrl, '');
  const reply = await app.inject({
    method: 'POST',
    url: path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature':
        signature ??
        twilio.getExpectedTwilioSignature(twilioAuthToken, `${management.context.publicUrl}${path}`, fields),
    },
    payload: new URLSearchParams(fields).toString(),
  });
  return { status: reply.statusCode, xml: reply.body, next: actionOf(reply.body) };
}

function actionOf(xml: string): string {
  return /action="([^"]+)"/.exec(xml)?.[1] ?? /<Redirect[^>]*>([^<]+)</.exec(xml)?.[1] ?? '';
}

/** Answers several turns, each at the URL in the TwiML before it. */
async function keys(first: string, ...all: string[]) {
  let at = { status: 200, xml: '', next: first };
  for (const Digits of all) at = await webhook(at.next, { CallSid: 'CA1', Digits });
  return at;
}

test('a gift is bought over Twilio; a repeated webhook gets the same answer and buys nothing', async () => {
  const begun = await webhook('/v1/voice/twilio/calls', { CallSid: 'CA1', From: 'anonymous' });
  expect(begun.xml).toContain('<Say language="en-US">For English, press two.</Say>');
  const atMethod = await keys(begun.next, '1', '1', MEMBER_NUMBER, PHONE_PIN, '1', '50000');
  const [first, second] = await Promise.all([
    webhook(atMethod.next, { CallSid: 'CA1', Digits: '1' }),
    webhook(atMethod.next, { CallSid: 'CA1', Digits: '1' }),
  ]);
  expect(second.xml).toBe(first.xml);
  const readBack = await keys(first.next, '01098765432');
  // Keys count only after the name was spoken.
  expect(readBack.xml).toMatch(/첫 글자는 홍, 끝 글자는 동.*<Gather/);
  const bought = await keys(readBack.next, '1');
  expect(bought.xml).toContain('완료됐어요');
  expect(await webhook('/v1/voice/twilio/status', { CallSid: 'CA1', CallStatus: 'completed' })).toMatchObject(
    {
      status: 204,
    },
  );
  expect((await keys(bought.next, '1')).xml).toContain('<Response><Hangup/></Response>');
});

test('a webhook without Twilio’s signature for its URL is refused', async () => {
  const fields = { CallSid: 'CA2', From: '+821012345678' };
  expect((await webhook('/v1/voice/twilio/calls', fields, 'bm9uZQ==')).status).toBe(401);
  const elsewhere = twilio.getExpectedTwilioSignature(
    management.context.settings.twilioAuthToken,
    'http://elsewhere.test/v1/voice/twilio/calls',
    fields,
  );
  expect((await webhook('/v1/voice/twilio/calls', fields, elsewhere)).status).toBe(401);
  const unknown = '/v1/voice/twilio/calls/01980000-0000-7000-8000-000000000000/turns/1';
  expect((await webhook(unknown, { Digits: '1' })).status).toBe(404);
});

test('a recipient is called by Twilio and accepts', async () => {
  await claimDueCalls(management.context, 'twilio', 1);
  const orderId = await anOffer(management, { phone: LANDLINE });
  expect(await dialTwilio(management.context)).toBe(1);
  const call = placed.at(-1);
  expect(call?.path).toBe('/2010-04-01/Accounts/AC0123456789/Calls.json');
  expect(call?.authorization).toMatch(/^Basic /);
  expect(call?.fields.get('To')).toBe(LANDLINE);
  expect(call?.fields.get('MachineDetection')).toBe('Enable');
  const answered = await webhook(call?.fields.get('Url') ?? '', { CallSid: 'CA3', AnsweredBy: 'human' });
  expect(answered.xml).toContain('오만 원을 보내셨어요');
  const accepted = await keys(answered.next, '1', '739258', '739258');
  expect(accepted.xml).toContain('받으셨어요');
  expect(await stateOf(management, orderId)).toBe('accepted');
  const status = call?.fields.get('StatusCallback') ?? '';
  expect((await webhook(status, { CallStatus: 'completed' })).status).toBe(204);
});

test('a number that Twilio calls invalid is not called again; a busy one is', async () => {
  const none = await anOffer(management, { phone: LANDLINE });
  answerWith = { status: 400, body: { code: 21_211 } };
  await dialTwilio(management.context);
  answerWith = { status: 201, body: {} };
  management.pass(HOUR_MS / 2);
  expect(await dialTwilio(management.context)).toBe(0);
  expect(await stateOf(management, none)).toBe('offered');
  await anOffer(management, { phone: LANDLINE });
  await dialTwilio(management.context);
  const status = placed.at(-1)?.fields.get('StatusCallback') ?? '';
  expect((await webhook(status, { CallStatus: 'busy', SipResponseCode: '486' })).status).toBe(204);
  management.pass(HOUR_MS / 10);
  expect(await dialTwilio(management.context)).toBe(1);
  const again = placed.at(-1);
  const machine = await webhook(again?.fields.get('Url') ?? '', { AnsweredBy: 'machine_end_beep' });
  expect(machine.xml).toContain('<Hangup/>');
  expect(machine.xml).not.toContain('김하늘');
});
