import { Value } from 'typebox/value';
import {
  type AuthorisePayment,
  CONSENT_TYP,
  PaymentConsent,
} from '../../../contracts/settlement-payments.ts';
import { readStatement } from '../../../kit/signing/statement.ts';
import type { SettlementContext } from '../context.ts';

/**
 * The party whose payment methods this request may charge: the caller itself, or the party whose signed consent to exactly
 * this payment the request contains. Undefined if the consent is invalid, expired, or for anything or anyone else.
 */
export async function methodOwner(
  { parties, clock, signingKey }: SettlementContext,
  payerParty: string,
  { consent: signed, return_url: _return_url, ...requested }: AuthorisePayment,
): Promise<string | undefined> {
  if (signed === undefined) return payerParty;
  const now = clock();
  const read = await readStatement(parties, CONSENT_TYP, signed, now);
  if (read === undefined || !Value.Check(PaymentConsent, read.statement)) return undefined;
  const { settlement, taken_by, valid_until, ...consentedTo } = read.statement;
  const isForThisPayment =
    settlement === signingKey.party &&
    taken_by === payerParty &&
    new Date(valid_until) > now &&
    Value.Equal(consentedTo, requested);
  return isForThisPayment ? read.party : undefined;
}
