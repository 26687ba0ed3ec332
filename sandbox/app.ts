import { renameSync, writeFileSync } from 'node:fs';
import Type from 'typebox';
import { closed, Problem } from '../contracts/common.ts';
import { readClockOffset } from '../kit/clock.ts';
import { type App, type AppSettings, createApp } from '../kit/http/app.ts';
import { ProblemError } from '../kit/http/problem.ts';
import { serveWebApp, serveWebFiles } from '../kit/http/web-app.ts';
import { parsePhone } from '../kit/phone.ts';
import { callRoutes } from './call-routes.ts';
import type { PhoneCalls } from './phone-calls.ts';
import type { OutsideWorld } from './phones.ts';
import type { Smsc } from './smsc.ts';

const PhoneNumber = Type.String({ minLength: 3, maxLength: 40 });
const Message = closed({
  message_id: Type.String(),
  at: Type.String(),
  from: Type.String(),
  to: Type.String(),
  direction: Type.Enum(['received', 'sent']),
  text: Type.String(),
});
const Mail = closed({
  mail_id: Type.String(),
  at: Type.String(),
  from: Type.String(),
  to: Type.String(),
  subject: Type.String(),
  text: Type.String(),
});
const ClockShape = closed({ offset_ms: Type.Integer(), now: Type.String() });
const OFFSET_MS_MAX = 10 * 366 * 24 * 3_600_000;

export type SandboxContext = {
  world: OutsideWorld;
  smsc: Smsc;
  calls: PhoneCalls;
  voiceSecret: string;
  clockFile: string;
};

/** The doors of the outside world: phones and mailboxes to look at and write from, and the demo's clock. */
export async function createSandboxApp(
  settings: AppSettings,
  { world, smsc, calls, voiceSecret, clockFile }: SandboxContext,
): Promise<App> {
  const app = await createApp(settings);
  callRoutes(app, calls, voiceSecret);
  await serveWebFiles(app);
  serveWebApp(app, { name: 'phones', paths: ['/', '/phones', '/phones/*'] });

  app.get(
    '/v1/phones',
    {
      schema: {
        tags: ['phones'],
        summary: 'Numbers that messages reached',
        response: { 200: closed({ phones: Type.Array(Type.String()) }) },
      },
    },
    async () => ({ phones: world.phoneNumbers() }),
  );

  app.get(
    '/v1/phones/:number/messages',
    {
      schema: {
        tags: ['phones'],
        summary: 'The messages of a phone, oldest first',
        params: closed({ number: PhoneNumber }),
        response: { 200: closed({ on: Type.Boolean(), messages: Type.Array(Message) }), '4xx': Problem },
      },
    },
    async (request) => world.phone(e164(request.params.number)),
  );

  app.post(
    '/v1/phones/:number/messages',
    {
      schema: {
        tags: ['phones'],
        summary: 'Write from a phone, to the last number that wrote to it when none is named',
        params: closed({ number: PhoneNumber }),
        body: closed({
          text: Type.String({ minLength: 1, maxLength: 2000 }),
          to: Type.Optional(Type.String({ maxLength: 20 })),
        }),
        response: { 202: closed({ to: Type.String() }), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const number = e164(request.params.number);
      const lastSender = world
        .phone(number)
        .messages.findLast(({ direction }) => direction === 'received')?.from;
      const to = request.body.to ?? lastSender;
      if (to === undefined || !smsc.writeFrom(number, to, request.body.text))
        throw new ProblemError('not_found');
      return reply.code(202).send({ to });
    },
  );

  app.put(
    '/v1/phones/:number',
    {
      schema: {
        tags: ['phones'],
        summary: 'Switch a phone on or off; messages wait for it',
        params: closed({ number: PhoneNumber }),
        body: closed({ on: Type.Boolean() }),
        response: { 200: closed({ on: Type.Boolean() }), '4xx': Problem },
      },
    },
    async (request) => {
      const number = e164(request.params.number);
      world.phone(number).on = request.body.on;
      if (request.body.on) smsc.switchedOn(number);
      return { on: request.body.on };
    },
  );

  app.get(
    '/v1/mailboxes/:address/messages',
    {
      schema: {
        tags: ['mail'],
        summary: 'The mails of an address, oldest first',
        params: closed({ address: Type.String({ maxLength: 254 }) }),
        response: { 200: closed({ messages: Type.Array(Mail) }), '4xx': Problem },
      },
    },
    async (request) => ({ messages: world.mailbox(request.params.address) }),
  );

  app.get(
    '/v1/clock',
    { schema: { tags: ['clock'], summary: "The demo's time", response: { 200: ClockShape } } },
    async () => shown(),
  );

  app.put(
    '/v1/clock',
    {
      schema: {
        tags: ['clock'],
        summary: 'Move the time of all servers',
        body: closed({ advance_ms: Type.Integer({ minimum: 0, maximum: OFFSET_MS_MAX }) }),
        response: { 200: ClockShape, '4xx': Problem },
      },
    },
    async (request) => {
      const offset_ms = shown().offset_ms + request.body.advance_ms;
      if (offset_ms > OFFSET_MS_MAX) throw new ProblemError('validation_failed');
      writeFileSync(`${clockFile}.new`, JSON.stringify({ offset_ms }));
      renameSync(`${clockFile}.new`, clockFile);
      return shown();
    },
  );

  function shown(): { offset_ms: number; now: string } {
    const offset_ms = readClockOffset(clockFile);
    return { offset_ms, now: new Date(Date.now() + offset_ms).toISOString() };
  }
  return app;
}

function e164(raw: string): string {
  const parsed = parsePhone(raw);
  if (!parsed.ok) throw new ProblemError(parsed.code);
  return parsed.e164;
}
