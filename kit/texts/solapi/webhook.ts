import { createHash } from 'node:crypto';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { isSameText } from '../../same-text.ts';
import type { Webhook } from '../port.ts';
import { stateOf } from './codes.ts';

const Reports = Type.Array(
  Type.Object({
    messageId: Type.String({ maxLength: 100 }),
    statusCode: Type.String({ maxLength: 10 }),
    customFields: Type.Optional(Type.Unknown()),
  }),
);

/**
 * Solapi's webhook for single reports. Its header `X-Solapi-Secret` is the SHA-1 of a secret that we chose, the same for
 * every request, so it proves who called but not what is said: the report is only a reason to ask
 * (https://developers.solapi.com/references/webhook). Whatever isn't answered with 200 is sent again, up to five times.
 */
export function solapiWebhook(secret: string): Webhook {
  const expected = createHash('sha1').update(secret, 'utf8').digest('hex');
  return {
    answer: { type: 'application/json', body: '{}' },
    hear({ headers, body }) {
      const given = headers['x-solapi-secret'];
      if (typeof given !== 'string' || !isSameText(given.toLowerCase(), expected)) return undefined;
      const nothing = { reports: [], texts: [], opt_outs: [] };
      const reports = parse(body);
      if (headers['x-solapi-event-name'] !== 'SINGLE-REPORT' || !Value.Check(Reports, reports))
        return nothing;
      return {
        ...nothing,
        reports: reports.map(({ messageId, statusCode, customFields }) => ({
          provider_message_id: messageId,
          reference: referenceIn(customFields),
          state: stateOf(statusCode),
        })),
      };
    },
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Our reference among the fields that a message was sent with. */
export function referenceIn(customFields: unknown): string | undefined {
  if (typeof customFields !== 'object' || customFields === null || !('reference' in customFields))
    return undefined;
  return typeof customFields.reference === 'string' ? customFields.reference : undefined;
}
