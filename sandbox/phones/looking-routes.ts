import Type from 'typebox';
import { closed } from '../../contracts/common.ts';
import type { App } from '../../kit/http/app.ts';
import { isMobile } from '../../kit/phone.ts';
import { Demo, type DemoData, ServerRole } from '../demo-data.ts';
import type { PhoneCalls } from './phone-calls.ts';
import type { OutsideWorld } from './phones.ts';
import { e164, MailAddress, MailboxInList, PhoneInList, PhoneNumber } from './shapes.ts';

/** A server that takes longer than this to say that it is ready is shown as away. */
const READY_MS_MAX = 1_500;

/** What the demo's page shows besides messages: all phones and mailboxes at a glance, the way in, which server is up. */
export function lookingRoutes(
  app: App,
  world: OutsideWorld,
  calls: PhoneCalls,
  { demo, owners }: DemoData,
): void {
  app.get(
    '/v1/phones',
    {
      schema: {
        tags: ['phones'],
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

  app.put(
    '/v1/phones/:number/read',
    {
      schema: {
        tags: ['phones'],
        summary: 'Mark messages as read up to this one',
        params: closed({ number: PhoneNumber }),
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

  app.get(
    '/v1/mailboxes',
    {
      schema: {
        tags: ['mail'],
        summary: 'List the addresses that got email',
        response: { 200: closed({ mailboxes: Type.Array(MailboxInList) }) },
      },
    },
    async () => ({
      mailboxes: world.mailAddresses().map((address) => {
        const newest = world.mailbox(address).at(-1);
        const { at = '', from = '', subject = '' } = newest ?? {};
        return {
          ...{ address, unread: world.unreadMails(address) },
          ...(newest === undefined ? {} : { newest: { at, from, subject } }),
        };
      }),
    }),
  );

  app.put(
    '/v1/mailboxes/:address/read',
    {
      schema: {
        tags: ['mail'],
        summary: 'Mark emails as read up to this one',
        params: closed({ address: MailAddress }),
        body: closed({ mail_id: Type.String({ maxLength: 64 }) }),
        response: { 200: closed({ unread: Type.Integer() }) },
      },
    },
    async ({ params, body }) => {
      world.readMails(params.address, body.mail_id);
      return { unread: world.unreadMails(params.address) };
    },
  );

  app.get(
    '/v1/demo',
    {
      schema: {
        tags: ['demo'],
        summary: 'Get addresses, logins, codes and test cards for trying the demo',
        response: { 200: Demo },
      },
    },
    async () => demo,
  );

  app.get(
    '/v1/servers',
    {
      schema: {
        tags: ['demo'],
        summary: 'Check which servers are up',
        response: {
          200: closed({ servers: Type.Array(closed({ role: ServerRole, is_ready: Type.Boolean() })) }),
        },
      },
    },
    async () => ({
      servers: await Promise.all(
        demo.servers.map(async ({ role, url }) => ({ role, is_ready: await isReady(url) })),
      ),
    }),
  );
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(READY_MS_MAX) })).ok;
  } catch {
    return false;
  }
}
