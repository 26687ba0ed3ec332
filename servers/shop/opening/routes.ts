import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { clientAddress } from '../../../kit/http/client-address.ts';
import { done } from '../../../kit/result.ts';
import { CodeTyped, PhoneTyped, PinTyped } from '../../../kit/typed/shapes.ts';
import type { ShopContext } from '../context.ts';
import { By, CodeSent, Locale, PhoneCode, RequestId } from '../http/shapes.ts';
import { ASK_CODE_REFUSALS, askCode, type CodeAsker } from './ask-code.ts';
import { deviceToken, rememberDevice } from './known-devices.ts';
import { OpenedCertificateShape } from './shapes.ts';
import { UNLOCK_BY_CODE_REFUSALS, unlock } from './unlock.ts';
import { type AfarCaller, VERIFY_AFAR_REFUSALS, verifyAfar } from './verify-afar.ts';

/** Balances, codes and a new PIN by phone number, away from a store. */
export function openingRoutes(app: App, context: ShopContext): void {
  app.post(
    '/v1/balances',
    {
      schema: {
        tags: ['recipient'],
        summary: 'Get balances by phone number and PIN, and a code where `code_required` asked for one',
        body: closed({ phone: PhoneTyped, pin: PinTyped, ...PhoneCode }),
        response: { 200: closed({ certificates: Type.Array(OpenedCertificateShape) }) },
        refusals: VERIFY_AFAR_REFUSALS,
      },
    },
    async (request, reply) => {
      const verified = await verifyAfar(context, request.body, afarCaller(context, request));
      if (verified.ok) rememberDevice(context, reply, request.body.phone);
      return sendResult(
        request,
        reply,
        verified.ok ? done({ certificates: verified.value.certificates }) : verified,
      );
    },
  );

  for (const { path, purpose, summary } of CODES)
    app.post(
      path,
      {
        schema: {
          tags: ['recipient'],
          summary,
          body: closed({ phone: PhoneTyped, locale: Locale, by: By }),
          response: { 202: CodeSent },
          refusals: ASK_CODE_REFUSALS,
        },
      },
      async (request, reply) =>
        sendResult(
          request,
          reply,
          await askCode(context, purpose, request.body, codeAsker(context, request)),
          202,
        ),
    );

  app.post(
    '/v1/unlocks',
    {
      schema: {
        tags: ['recipient'],
        summary: 'Unlock with the code, optionally choosing a new PIN',
        body: closed({
          phone: PhoneTyped,
          request_id: RequestId,
          code: CodeTyped,
          new_pin: Type.Optional(PinTyped),
        }),
        response: { 200: closed({ unlocked: Type.Integer() }) },
        refusals: UNLOCK_BY_CODE_REFUSALS,
      },
    },
    async (request, reply) => {
      const { request_id: asker, ...input } = request.body;
      const unlocked = await unlock(context, input, { address: clientAddress(request), asker });
      if (unlocked.ok) rememberDevice(context, reply, input.phone);
      return sendResult(request, reply, unlocked);
    },
  );
}

const CODES = [
  {
    path: '/v1/unlock-codes',
    purpose: 'unlock',
    summary: 'Send a code for a new PIN to the phone; the response is the same if it has no certificate',
  },
  {
    path: '/v1/opening-codes',
    purpose: 'opening',
    summary:
      'Send the code that `code_required` asks for to the phone; the response is the same if it has no certificate',
  },
] as const;

/** Whoever sent a request from a browser or program of their own. */
export function afarCaller(context: ShopContext, request: FastifyRequest): AfarCaller {
  return {
    own: [context.limits.pinByCaller, `web:${clientAddress(request)}`],
    device: deviceToken(context, request),
  };
}

export function codeAsker(context: ShopContext, request: FastifyRequest): CodeAsker {
  return { address: clientAddress(request), device: deviceToken(context, request) };
}
