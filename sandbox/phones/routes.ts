import Type from 'typebox';
import { closed } from '../../contracts/common.ts';
import { PhoneCallView } from '../../contracts/sandbox-voice.ts';
import type { App } from '../../kit/http/app.ts';
import { ProblemError } from '../../kit/http/problem.ts';
import { isMobile } from '../../kit/phone.ts';
import type { Owner } from '../demo-data.ts';
import type { OutsideWorld } from '../outside-world.ts';
import type { Smsc } from '../texts/smsc.ts';
import type { PhoneCalls } from './phone-calls.ts';
import { e164, PhoneNumber } from './shapes.ts';

const tags = ['phones'];
const params = closed({ number: PhoneNumber });
const Count = Type.Integer({ minimum: 0 });
const Message = closed({
  message_id: Type.String(),
  at: Type.String(),
  from: Type.String(),
  to: Type.String(),
  direction: Type.Enum(['received', 'sent']),
  text: Type.String(),
});
const PhoneShape = closed({ on: Type.Boolean(), unread: Count, messages: Type.Array(Message) });
const PhoneInList = closed({
  number: Type.String(),
  name: Type.Optional(Type.String({ description: 'Owner; unknown for numbers outside the demo' })),
  email: Type.Optional(Type.String()),
  kind: Type.Enum(['mobile', 'landline']),
  on: Type.Boolean(),
  call: PhoneCallView.properties.state,
  unread: Count,
  newest: Type.Optional(Message),
});

type PhonesContext = {
  world: OutsideWorld;
  calls: PhoneCalls;
  smscs: readonly Smsc[];
  owners: ReadonlyMap<string, Owner>;
};

/** The phones of the demo and their texts. */
export function phoneRoutes(app: App, context: PhonesContext): void {
  listRoute(app, context);
  switchRoute(app, context);
  textRoutes(app, context);
}

function listRoute(app: App, { world, calls, owners }: PhonesContext): void {
  app.get(
    '/v1/phones',
    {
      schema: {
        tags,
        summary: 'List phones: those of the demo, and any others that got messages',
        response: { 200: closed({ phones: Type.Array(PhoneInList) }) },
      },
    },
    async () => {
      const numbers = new Set([...owners.keys(), ...world.phoneNumbers()]);
      return {
        phones: [...numbers].map((number) => {
          const { on, messages } = world.phone(number);
          const newest = messages.at(-1);
          return {
            ...{ number, ...owners.get(number), on, unread: world.unread(number) },
            call: calls.view(number)?.state ?? ('idle' as const),
            kind: isMobile(number) ? ('mobile' as const) : ('landline' as const),
            ...(newest === undefined ? {} : { newest }),
          };
        }),
      };
    },
  );
}

function switchRoute(app: App, { world, smscs }: PhonesContext): void {
  app.put(
    '/v1/phones/:number',
    {
      schema: {
        tags,
        summary: 'Switch a phone on or off; messages wait until it is on',
        params,
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
}

function textRoutes(app: App, { world, smscs }: PhonesContext): void {
  app.get(
    '/v1/phones/:number/messages',
    {
      schema: {
        tags,
        summary: 'List the messages of a phone, oldest first',
        params,
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
        tags,
        summary: 'Send a text from a phone, by default to the last number that texted it',
        params,
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
    '/v1/phones/:number/read',
    {
      schema: {
        tags,
        summary: 'Mark messages as read up to this one',
        params,
        body: closed({ message_id: Type.String({ maxLength: 64 }) }),
        response: { 200: closed({ unread: Type.Integer() }) },
      },
    },
    async ({ params, body }) => {
      const number = e164(params.number);
      world.readMessages(number, body.message_id);
      return { unread: world.unread(number) };
    },
  );
}
