import { closed, Id } from '../../../contracts/common.ts';
import type { App } from '../../../kit/http/app.ts';
import { refusalOf } from '../../../kit/http/form-refusals.ts';
import { countedTransaction } from '../../../kit/idempotency.ts';
import { newId } from '../../../kit/ids.ts';
import { normalisePin } from '../../../kit/pin-policy.ts';
import { PinTyped } from '../../../kit/typed/shapes.ts';
import { words } from '../../../kit/words/index.ts';
import type { ShopContext } from '../context.ts';
import { changePin } from '../opening/change-pin.ts';
import { rememberDevice } from '../opening/known-devices.ts';
import { afarCaller } from '../opening/routes.ts';
import { verifyAfar } from '../opening/verify-afar.ts';
import { readHolderPhone } from './held-certificates.ts';
import { holderIdempotency } from './idempotency.ts';
import { formErrorOf, PATH, type PageSession } from './page-session.ts';
import type { FormError } from './pages/parts.ts';
import { changePinPage, pinSavedPage } from './pages/pin-pages.ts';

const hide = true;

/**
 * The page on which a holder who has opened their certificates replaces the PIN. The current one is asked for again, and wrong
 * ones are counted as at the log-in: a browser that was left open must not be enough.
 */
export function changePinRoutes(app: App, context: ShopContext, session: PageSession): void {
  const { pinDigits } = context.settings;

  app.get(`${PATH}/pin`, { schema: { hide } }, (request, reply) =>
    session.sendInSession(
      request,
      reply,
      (token) => readHolderPhone(context, token),
      (w) => changePinPage(w, pinDigits, { key: newId() }),
    ),
  );

  app.post(
    `${PATH}/pin`,
    {
      schema: { hide, body: closed({ key: Id, old_pin: PinTyped, pin: PinTyped, pin_again: PinTyped }) },
    },
    async (request, reply) => {
      const { key, old_pin, pin, pin_again } = request.body;
      const w = words(session.localeFor(request));
      const token = session.tokenOf(request);
      const sendForm = (error: FormError) =>
        session.sendInSession(
          request,
          reply,
          (open) => readHolderPhone(context, open),
          () => changePinPage(w, pinDigits, { key: newId(), error }),
          422,
        );
      if (token === undefined) return session.sendLogIn(request, reply);
      if (normalisePin(pin) !== normalisePin(pin_again))
        return sendForm({ field: 'pin', text: w.t('gift_page.pin_differs') });
      const phone = await readHolderPhone(context, token);
      const idempotency = holderIdempotency(context, request, { token, status: 200, key });
      const refused = await refusalOf(() =>
        countedTransaction(
          idempotency,
          async () => {
            if (!phone.ok) return phone;
            const proof = { phone: phone.value, pin: old_pin };
            const verified = await verifyAfar(context, proof, afarCaller(context, request));
            return verified.ok ? phone : verified;
          },
          (tx, _id, number) =>
            changePin(context, tx, { phone: number, pin: normalisePin(old_pin), new_pin: pin }),
        ),
      );
      if (refused?.code === 'pin_or_phone_wrong')
        return sendForm({ field: 'old_pin', text: w.problem('pin_or_phone_wrong').title });
      if (refused !== null) return sendForm(formErrorOf(refused, w));
      if (phone.ok) rememberDevice(context, reply, phone.value);
      session.setToken(reply, '', 0);
      return session.send(request, reply, pinSavedPage);
    },
  );
}
