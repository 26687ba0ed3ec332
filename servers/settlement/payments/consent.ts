import { Value } from 'typebox/value';
import {
  type AuthorisePayment,
  CONSENT_TYP,
  PaymentConsent,
} from '../../../contracts/settlement-payments.ts';
import { readStatement } from '../../../kit/signing/statement.ts';
import type { SettlementContext } from '../context.ts';

/**
 * Whose payment methods a party may charge with this request: its own, or those of the party whose signed consent to
 * exactly this it brings. Undefined when the consent is to something else, for somebody else, over or not what was signed.
 */
export async function methodOwner(
  { parties, clock, signingKey }: SettlementContext,
  payerParty: string,
  { consent: signed, return_url: _return_url, ...asked }: AuthorisePayment,
): Promise<string | undefined> {
  if (signed === undefined) return payerParty;
  const now = clock();
  const read = await readStatement(parties, CONSENT_TYP, signed, now);
  if (read === undefined || !Value.Check(PaymentConsent, read.statement)) return undefined;
  const { settlement, taken_by, valid_until, ...agreed } = read.statement;
  const isForThis =
    settlement === signingKey.party &&
    taken_by === payerParty &&
    new Date(valid_until) > now &&
    Value.Equal(agreed, asked);
  return isForThis ? read.party : undefined;
}
