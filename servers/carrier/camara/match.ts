import { emailKey } from '../../../kit/email.ts';
import type { CarrierContext } from '../context.ts';
import { type Caller, lookUp, problem } from '../look-ups/look-up.ts';
import { ATTRIBUTES, type Attribute } from './attributes.ts';

/** Every attribute that the standard can match, including those that are never on file here. */
export const MATCHABLE = [
  'idDocument',
  'idDocumentType',
  'idDocumentExpiryDate',
  'name',
  'givenName',
  'familyName',
  'nameKanaHankaku',
  'nameKanaZenkaku',
  'middleNames',
  'familyNameAtBirth',
  'address',
  'streetName',
  'streetNumber',
  'postalCode',
  'region',
  'locality',
  'country',
  'houseNumberExtension',
  'birthdate',
  'email',
  'gender',
  'cityOfBirth',
  'countryOfBirth',
  'nationality',
] as const;
const SCORED = new Set(['name', 'givenName', 'familyName', 'address', 'locality', 'email']);
const NOTHING_TO_MATCH = problem(
  400,
  'KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION',
  'At least one attribute besides phoneNumber must be provided.',
);

/** KYC Match 0.4: whether each attribute in the request matches the one on file, without disclosing that one. */
export function match(context: CarrierContext, caller: Caller, body: Readonly<Record<string, unknown>>) {
  const requested = MATCHABLE.filter((name) => typeof body[name] === 'string');
  const phoneNumber = typeof body.phoneNumber === 'string' ? body.phoneNumber : undefined;
  const request = {
    api: 'kyc-match',
    scopes: ['kyc-match:match'],
    phoneNumber,
    attributes: requested,
    mayRepeatNumber: true,
    ...(requested.length === 0 ? { invalid: NOTHING_TO_MATCH } : {}),
  };
  return lookUp<Record<string, unknown>>(context, caller, request, (subscriber) => {
    const answer: Record<string, unknown> = {};
    for (const name of requested) {
      const onFile = Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name as Attribute](subscriber) : null;
      if (onFile === null) {
        answer[`${name}Match`] = 'not_available';
        continue;
      }
      // Email addresses must match exactly but for case; names and addresses can be written in several ways.
      const normalise = name === 'email' ? emailKey : fold;
      const given = normalise(String(body[name]));
      const same = given === normalise(onFile);
      answer[`${name}Match`] = same ? 'true' : 'false';
      if (!same && SCORED.has(name)) answer[`${name}MatchScore`] = similarity(given, normalise(onFile));
    }
    return { ok: true, value: answer };
  });
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.,'-]/gu, '');
}

/** 0 to 99, by edit distance; 100 would be a match. */
function similarity(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost));
    }
    row = next;
  }
  const longest = Math.max(a.length, b.length, 1);
  return Math.min(99, Math.round((1 - (row[b.length] ?? longest) / longest) * 100));
}
