import type { CarrierContext } from '../context.ts';
import { type Caller, lookUp } from '../look-ups/look-up.ts';
import { ATTRIBUTES, type Attribute } from './attributes.ts';

const ALL = Object.keys(ATTRIBUTES) as Attribute[];

/** KYC Fill-in 0.4: the attributes that the token's scopes name, and no others. */
export function fillIn(context: CarrierContext, caller: Caller, phoneNumber: string | undefined) {
  const everything = caller.scopes.has('kyc-fill-in:set-all');
  const granted = ALL.filter((name) => everything || caller.scopes.has(`kyc-fill-in:${name}`));
  const scopes = ['kyc-fill-in:set-all', ...ALL.map((name) => `kyc-fill-in:${name}`)];
  const request = { api: 'kyc-fill-in', scopes, phoneNumber, attributes: granted };
  return lookUp(context, caller, request, (subscriber) => {
    const known = granted
      .map((name) => [name, ATTRIBUTES[name](subscriber)] as const)
      .filter(([, value]) => value !== null);
    return { ok: true, value: Object.fromEntries(known) };
  });
}
