import {
  AskPhoneCheck,
  CHECK_PHONE_REFUSALS,
  PHONE_CHECKS_PATH,
  PhoneCheck,
} from '../../../contracts/phone-checks.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import type { ManagementContext } from '../context.ts';
import { checkPhone } from './check-phone.ts';

/** Shops ask about a phone before somebody who has forgotten a PIN, or hands over, gets a code there. */
export function phoneCheckRoutes(app: App, context: ManagementContext): void {
  app.post(
    PHONE_CHECKS_PATH,
    {
      config: { callers: ['shop'] },
      schema: {
        tags: ['shops'],
        summary: 'Ask whether a phone changed hands, or its SIM was changed',
        security: [{ signature: [] }],
        body: AskPhoneCheck,
        response: { 200: PhoneCheck },
        refusals: CHECK_PHONE_REFUSALS,
      },
    },
    async (request, reply) => sendResult(request, reply, await checkPhone(context, request.body)),
  );
}
