import { renameSync, writeFileSync } from 'node:fs';
import Type from 'typebox';
import { closed } from '../contracts/common.ts';
import { readClockOffset } from '../kit/clock.ts';
import type { App, AppSettings } from '../kit/http/app.ts';
import { createApp } from '../kit/http/create-app.ts';
import { ProblemError } from '../kit/http/problem.ts';
import { acquirerRoutes } from './acquirer/routes.ts';
import type { TestAcquirer } from './acquirer/test-acquirer.ts';
import type { DemoData } from './demo-data.ts';
import { callRoutes } from './phones/call-routes.ts';
import { lookingRoutes } from './phones/looking-routes.ts';
import { phonesPage } from './phones/page.ts';
import type { PhoneCalls } from './phones/phone-calls.ts';
import type { OutsideWorld } from './phones/phones.ts';
import { e164, Mail, MailAddress, PhoneNumber, PhoneShape } from './phones/shapes.ts';
import type { Smsc } from './texts/smsc.ts';
import { MISBEHAVIOURS, RECEIPT_STYLES } from './texts/smsc-conduct.ts';

const CONDUCT = {
  misbehaviour: Type.Enum(MISBEHAVIOURS, {
    description:
      'throttle, queue_full: too many messages, retry later; reject: no such number; trouble: internal error; lose_response: accepts the message but never answers; break_connection: accepts it and disconnects; never_deliver: accepts it but never delivers; silent: stops answering; away: refuses connections',
  }),
  receipts: Type.Enum(RECEIPT_STYLES),
  answer_ms: Type.Integer({ minimum: 0, maximum: 60_000 }),
};
const MessageCount = Type.Integer({
  minimum: 1,
  maximum: 1_000_000,
  description: 'For this many messages, then back to normal',
});
const Provider = closed({
  provider: Type.Integer(),
  connections: Type.Integer(),
  ...CONDUCT,
  messages: Type.Optional(MessageCount),
});
const ClockShape = closed({ offset_ms: Type.Integer(), now: Type.String() });
const OFFSET_MS_MAX = 10 * 366 * 24 * 3_600_000;

export type SandboxContext = {
  world: OutsideWorld;
  demoData: DemoData;
  smscs: readonly Smsc[];
  calls: PhoneCalls;
  acquirer: TestAcquirer;
  voiceSecret: string;
  clockFile: string;
};

/** The doors of the outside world: phones and mailboxes to look at and write from, and the demo's clock. */
export async function createSandboxApp(
  settings: AppSettings,
  { world, demoData, smscs, calls, acquirer, voiceSecret, clockFile }: SandboxContext,
): Promise<App> {
  const app = await createApp(settings);
  await phonesPage(app, world, settings.publicUrl);
  lookingRoutes(app, world, calls, demoData);
  callRoutes(app, calls, voiceSecret);
  acquirerRoutes(app, acquirer);

  app.get(
    '/v1/phones/:number/messages',
    {
      schema: {
        tags: ['phones'],
        summary: 'List the messages of a phone, oldest first',
        params: closed({ number: PhoneNumber }),
        response: { 200: PhoneShape },
      },
    },
    async (request) => {
      const number = e164(request.params.number);
      return { ...world.phone(number), unread: world.unread(number) };
    },
  );

  app.post(
    '/v1/phones/:number/messages',
    {
      schema: {
        tags: ['phones'],
        summary: 'Send a text from a phone, by default to the last number that texted it',
        params: closed({ number: PhoneNumber }),
        body: closed({
          text: Type.String({ minLength: 1, maxLength: 2000 }),
          to: Type.Optional(Type.String({ maxLength: 20 })),
        }),
        response: { 202: closed({ to: Type.String() }) },
      },
    },
    async (request, reply) => {
      const number = e164(request.params.number);
      const lastSender = world
        .phone(number)
        .messages.findLast(({ direction }) => direction === 'received')?.from;
      const to = request.body.to ?? lastSender;
      if (to === undefined || !smscs.some((smsc) => smsc.writeFrom(number, to, request.body.text)))
        throw new ProblemError('not_found');
      return reply.code(202).send({ to });
    },
  );

  app.put(
    '/v1/phones/:number',
    {
      schema: {
        tags: ['phones'],
        summary: 'Switch a phone on or off; messages wait until it is on',
        params: closed({ number: PhoneNumber }),
        body: closed({ on: Type.Boolean() }),
        response: { 200: closed({ on: Type.Boolean() }) },
      },
    },
    async (request) => {
      const number = e164(request.params.number);
      world.switchPhone(number, request.body.on);
      if (request.body.on) for (const smsc of smscs) smsc.switchedOn(number);
      return { on: request.body.on };
    },
  );

  app.get(
    '/v1/mailboxes/:address/messages',
    {
      schema: {
        tags: ['mail'],
        summary: 'List the emails of an address, oldest first',
        params: closed({ address: MailAddress }),
        response: { 200: closed({ messages: Type.Array(Mail) }) },
      },
    },
    async (request) => ({ messages: world.mailbox(request.params.address) }),
  );

  smsProviderRoutes(app, smscs);

  app.get(
    '/v1/clock',
    { schema: { tags: ['clock'], summary: 'Get the time of the demo', response: { 200: ClockShape } } },
    async () => shown(),
  );

  app.put(
    '/v1/clock',
    {
      schema: {
        tags: ['clock'],
        summary: 'Move the clock of all servers',
        body: closed({ advance_ms: Type.Integer({ minimum: 0, maximum: OFFSET_MS_MAX }) }),
        response: { 200: ClockShape },
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

/** The text message providers, and how to make them misbehave. */
function smsProviderRoutes(app: App, smscs: readonly Smsc[]): void {
  const shown = (smsc: Smsc, index: number) => ({
    provider: index + 1,
    connections: smsc.boundCount(),
    ...smsc.conduct.state(),
  });

  app.get(
    '/v1/sms-providers',
    {
      schema: {
        tags: ['text message providers'],
        summary: 'List the providers and how they behave, preferred one first',
        response: { 200: closed({ providers: Type.Array(Provider) }) },
      },
    },
    async () => ({ providers: smscs.map(shown) }),
  );

  app.patch(
    '/v1/sms-providers/:provider',
    {
      schema: {
        tags: ['text message providers'],
        summary: 'Make a provider misbehave, or behave normally',
        params: closed({ provider: Type.Integer({ minimum: 1, maximum: 9 }) }),
        body: Type.Partial(closed({ ...CONDUCT, messages: MessageCount }), { additionalProperties: false }),
        response: { 200: Provider },
      },
    },
    async (request) => {
      const index = request.params.provider - 1;
      const smsc = smscs[index];
      if (smsc === undefined) throw new ProblemError('not_found');
      smsc.conduct.change(request.body);
      return shown(smsc, index);
    },
  );
}
