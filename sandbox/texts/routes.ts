import Type from 'typebox';
import { closed } from '../../contracts/common.ts';
import type { App } from '../../kit/http/app.ts';
import { ProblemError } from '../../kit/http/problem.ts';
import { MISBEHAVIOURS, RECEIPT_STYLES } from './behaviour.ts';
import type { Smsc } from './smsc.ts';

const tags = ['text message providers'];
const BEHAVIOUR = {
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
  ...BEHAVIOUR,
  messages: Type.Optional(MessageCount),
});

/** The text message providers, and how to make them misbehave. */
export function smsProviderRoutes(app: App, smscs: readonly Smsc[]): void {
  const providerOf = (smsc: Smsc, index: number) => ({
    provider: index + 1,
    connections: smsc.boundCount(),
    ...smsc.behaviour.state(),
  });

  app.get(
    '/v1/sms-providers',
    {
      schema: {
        tags,
        summary: 'List the providers and how they behave, preferred one first',
        response: { 200: closed({ providers: Type.Array(Provider) }) },
      },
    },
    async () => ({ providers: smscs.map(providerOf) }),
  );

  app.patch(
    '/v1/sms-providers/:provider',
    {
      schema: {
        tags,
        summary: 'Make a provider misbehave, or behave normally',
        params: closed({ provider: Type.Integer({ minimum: 1, maximum: 9 }) }),
        body: Type.Partial(closed({ ...BEHAVIOUR, messages: MessageCount }), { additionalProperties: false }),
        response: { 200: Provider },
      },
    },
    async (request) => {
      const index = request.params.provider - 1;
      const smsc = smscs[index];
      if (smsc === undefined) throw new ProblemError('not_found');
      smsc.behaviour.change(request.body);
      return providerOf(smsc, index);
    },
  );
}
