import Type from 'typebox';
import { closed } from '../../contracts/common.ts';
import type { App } from '../../kit/http/app.ts';
import type { OutsideWorld } from '../outside-world.ts';
import { MailAddress } from './shapes.ts';

const tags = ['mail'];
const params = closed({ address: MailAddress });
const Mail = closed({
  mail_id: Type.String(),
  at: Type.String(),
  from: Type.String(),
  to: Type.String(),
  subject: Type.String(),
  text: Type.String(),
  html: Type.Optional(Type.String()),
  list_unsubscribe: Type.Optional(Type.String()),
});
const MailboxInList = closed({
  address: Type.String(),
  unread: Type.Integer({ minimum: 0 }),
  newest: Type.Optional(closed({ at: Type.String(), from: Type.String(), subject: Type.String() })),
});

/** The mailboxes of the demo. */
export function mailRoutes(app: App, world: OutsideWorld): void {
  app.get(
    '/v1/mailboxes',
    {
      schema: {
        tags,
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

  app.get(
    '/v1/mailboxes/:address/messages',
    {
      schema: {
        tags,
        summary: 'List the emails of an address, oldest first',
        params,
        response: { 200: closed({ messages: Type.Array(Mail) }) },
      },
    },
    async (request) => ({ messages: world.mailbox(request.params.address) }),
  );

  app.put(
    '/v1/mailboxes/:address/read',
    {
      schema: {
        tags,
        summary: 'Mark emails as read up to this one',
        params,
        body: closed({ mail_id: Type.String({ maxLength: 64 }) }),
        response: { 200: closed({ unread: Type.Integer() }) },
      },
    },
    async ({ params, body }) => {
      world.readMails(params.address, body.mail_id);
      return { unread: world.unreadMails(params.address) };
    },
  );
}
