import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id } from '../../../../contracts/common.ts';
import type { App } from '../../../../kit/http/app.ts';
import { ProblemError } from '../../../../kit/http/problem.ts';
import { isFromTwilio } from '../../../../kit/twilio-signature.ts';
import type { ManagementContext } from '../../context.ts';
import { callIdOf, endCall, handleInput, openInbound, UnknownCall } from '../calls.ts';
import { reportOutcome } from '../outbound.ts';
import type { SpokenTurn } from '../turn.ts';
import { inputOf, outcomeOfAnswer, outcomeOfStatus } from './outcomes.ts';
import { twiml } from './twiml.ts';
import { TWILIO_PATHS, twilioUrls } from './urls.ts';

type Fields = Readonly<Record<string, string>>;

const CallParams = closed({ call_id: Id });
const TurnParams = closed({ call_id: Id, turn_no: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) });
const Xml = Type.String({ description: 'TwiML' });

/**
 * Twilio's webhooks. Each is signed over the exact URL, so PUBLIC_URL must be what Twilio calls. The URL names the turn, so
 * a repeated webhook gets the current turn.
 */
export async function twilioRoutes(app: App, context: ManagementContext): Promise<void> {
  const { twilioAuthToken, voiceOperator } = context.settings;
  if (twilioAuthToken === '') return;
  parseFields(app);
  // The signature covers the fields, so the body must be read; without one it is not.
  app.addHook('onRequest', async (request) => {
    if (request.headers['x-twilio-signature'] === undefined) throw new ProblemError('signature_invalid');
  });
  app.addHook('preValidation', async (request) => {
    const signature = request.headers['x-twilio-signature'];
    const url = `${context.publicUrl}${request.url}`;
    const given = typeof signature === 'string' ? signature : undefined;
    if (!isFromTwilio(twilioAuthToken, given, url, fieldsOf(request)))
      throw new ProblemError('signature_invalid');
  });
  const tags = ['Twilio'];
  const response = { 200: Xml, 204: Type.Null() };
  const refusals = ['signature_invalid'] as const;
  const ofCall = [...refusals, 'not_found'] as const;

  function speak(reply: FastifyReply, turn: SpokenTurn) {
    const inputUrl = twilioUrls(context.publicUrl, turn.call_id).turn(turn.turn_no);
    return reply
      .type('text/xml; charset=utf-8')
      .serializer((xml: unknown) => String(xml))
      .send(twiml(turn, { inputUrl, operator: voiceOperator }));
  }

  app.post(
    TWILIO_PATHS.calls,
    { schema: { tags, summary: 'Receive an incoming call', response, refusals } },
    async (request, reply) => {
      const { CallSid: external_id = '', From: from = null } = fieldsOf(request);
      return speak(reply, await openInbound(context, { line: 'twilio', external_id, from }));
    },
  );

  app.post(
    `${TWILIO_PATHS.calls}/:call_id/turns/:turn_no`,
    {
      schema: {
        tags,
        summary: 'Submit the keys pressed in a turn',
        params: TurnParams,
        response,
        refusals: ofCall,
      },
    },
    async (request, reply) => {
      try {
        return speak(reply, await handleInput(context, request.params, inputOf(fieldsOf(request))));
      } catch (error) {
        if (error instanceof UnknownCall) throw new ProblemError('not_found');
        throw error;
      }
    },
  );

  app.post(
    `${TWILIO_PATHS.calls}/:call_id/answer`,
    {
      schema: {
        tags,
        summary: 'Report that a person or a machine answered',
        params: CallParams,
        response,
        refusals: ofCall,
      },
    },
    async (request, reply) => {
      const outcome = outcomeOfAnswer(fieldsOf(request).AnsweredBy);
      const turn = await reportOutcome(context, request.params.call_id, outcome);
      if (turn === null) throw new ProblemError('not_found');
      return speak(reply, turn);
    },
  );

  app.post(
    `${TWILIO_PATHS.calls}/:call_id/status`,
    {
      schema: { tags, summary: 'Report how an outgoing call ended', params: CallParams, response, refusals },
    },
    async (request, reply) => {
      const { call_id } = request.params;
      const { CallStatus = '', SipResponseCode } = fieldsOf(request);
      const outcome = outcomeOfStatus(CallStatus, SipResponseCode);
      if (outcome === null) await endCall(context, call_id);
      else await reportOutcome(context, call_id, outcome);
      return reply.code(204).send(null);
    },
  );

  app.post(
    TWILIO_PATHS.status,
    { schema: { tags, summary: 'Report that an incoming call ended', response, refusals } },
    async (request, reply) => {
      const callId = await callIdOf(context, 'twilio', fieldsOf(request).CallSid ?? '');
      if (callId !== undefined) await endCall(context, callId);
      return reply.code(204).send(null);
    },
  );
}

declare module 'fastify' {
  interface FastifyRequest {
    twilioFields?: Fields;
  }
}

/** Keeps the fields as they came, since the signature covers all of them. They may hold a PIN, so nothing logs them. */
function parseFields(app: App): void {
  app.decorateRequest('twilioFields');
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (request, text, done) => {
      request.twilioFields = Object.fromEntries(new URLSearchParams(String(text)));
      done(null, undefined);
    },
  );
}

function fieldsOf({ twilioFields = {} }: FastifyRequest): Fields {
  return twilioFields;
}
