import { addMs, HOUR_MS } from '../../../kit/clock.ts';
import type { CarrierContext } from '../context.ts';
import { type Caller, type LookUp, lookUp, NOT_FOUND, refused } from '../look-ups/look-up.ts';

const KOREA_AHEAD_MS = 9 * HOUR_MS;

/** Number Recycling 0.2: whether the number changed hands since the date. */
export function checkRecycling(
  context: CarrierContext,
  caller: Caller,
  phoneNumber: string | undefined,
  specifiedDate: string,
) {
  const request = {
    api: 'number-recycling',
    scopes: ['number-recycling:check'],
    phoneNumber,
    attributes: [],
    // This API's document, unlike the others, has the number of another operator as an example of 404.
    elsewhere: NOT_FOUND,
  };
  return lookUp(context, caller, request, (subscriber): LookUp<{ phoneNumberRecycled: boolean }> => {
    // Dates are in the operator's time zone, where the day begins nine hours before it does in UTC.
    const today = addMs(context.clock(), KOREA_AHEAD_MS).toISOString().slice(0, 10);
    if (specifiedDate > today) return refused(400, 'OUT_OF_RANGE', 'specifiedDate is in the future.');
    return { ok: true, value: { phoneNumberRecycled: subscriber.activated_on > specifiedDate } };
  });
}
