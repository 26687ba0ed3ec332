import { addMs, HOUR_MS } from '../../../kit/clock.ts';
import { emailKey } from '../../../kit/email.ts';
import type { CarrierContext } from '../context.ts';
import { type Asker, type LookUp, lookUp, problem, refused, type Subscriber } from '../look-ups/look-up.ts';

/** CAMARA's names of what we know of a subscriber. */
const ATTRIBUTES = {
  phoneNumber: (s: Subscriber) => s.phone_number,
  name: (s: Subscriber) => s.name,
  givenName: (s: Subscriber) => s.given_name,
  familyName: (s: Subscriber) => s.family_name,
  birthdate: (s: Subscriber) => s.birthdate,
  gender: (s: Subscriber) => s.gender,
  email: (s: Subscriber) => s.email,
  address: (s: Subscriber) => s.address,
  postalCode: (s: Subscriber) => s.postal_code,
  locality: (s: Subscriber) => s.locality,
  country: (s: Subscriber) => s.country,
} as const;

type Attribute = keyof typeof ATTRIBUTES;
const ALL = Object.keys(ATTRIBUTES) as Attribute[];
/** All that can be asked to be matched, whether we know it of anybody or not. */
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
const KOREA_AHEAD_MS = 9 * HOUR_MS;
const NOTHING_TO_MATCH = problem(
  400,
  'KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION',
  'At least one attribute besides phoneNumber must be provided.',
);

/** KYC Fill-in 0.4: the attributes that the token's scopes name, and no others. */
export function fillIn(context: CarrierContext, asker: Asker, phoneNumber: string | undefined) {
  const everything = asker.scopes.has('kyc-fill-in:set-all');
  const granted = ALL.filter((name) => everything || asker.scopes.has(`kyc-fill-in:${name}`));
  const scopes = ['kyc-fill-in:set-all', ...ALL.map((name) => `kyc-fill-in:${name}`)];
  return lookUp(
    context,
    asker,
    { api: 'kyc-fill-in', scopes, phoneNumber, attributes: granted },
    (subscriber) => {
      const known = granted
        .map((name) => [name, ATTRIBUTES[name](subscriber)] as const)
        .filter(([, value]) => value !== null);
      return { ok: true, value: Object.fromEntries(known) };
    },
  );
}

/** KYC Match 0.4: says of each attribute that was sent whether it is the one on file, without telling that one. */
export function match(context: CarrierContext, asker: Asker, body: Readonly<Record<string, unknown>>) {
  const asked = MATCHABLE.filter((name) => typeof body[name] === 'string');
  const phoneNumber = typeof body.phoneNumber === 'string' ? body.phoneNumber : undefined;
  const request = {
    api: 'kyc-match',
    scopes: ['kyc-match:match'],
    phoneNumber,
    attributes: asked,
    takesSameNumber: true,
    ...(asked.length === 0 ? { invalid: NOTHING_TO_MATCH } : {}),
  };
  return lookUp<Record<string, unknown>>(context, asker, request, (subscriber) => {
    const answer: Record<string, unknown> = {};
    for (const name of asked) {
      const onFile = Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name as Attribute](subscriber) : null;
      if (onFile === null) {
        answer[`${name}Match`] = 'not_available';
        continue;
      }
      // In an address of mail every sign counts; in names and addresses people write the same thing in several ways.
      const form = name === 'email' ? emailKey : folded;
      const given = form(String(body[name]));
      const same = given === form(onFile);
      answer[`${name}Match`] = same ? 'true' : 'false';
      if (!same && SCORED.has(name)) answer[`${name}MatchScore`] = similarity(given, form(onFile));
    }
    return { ok: true, value: answer };
  });
}

/** Number Recycling 0.2: whether the number changed hands since the date. */
export function checkRecycling(
  context: CarrierContext,
  asker: Asker,
  phoneNumber: string | undefined,
  specifiedDate: string,
) {
  const request = {
    api: 'number-recycling',
    scopes: ['number-recycling:check'],
    phoneNumber,
    attributes: [],
  };
  return lookUp(context, asker, request, (subscriber): LookUp<{ phoneNumberRecycled: boolean }> => {
    // Dates are of the operator's country: there, a new day begins nine hours before it does in UTC.
    const today = addMs(context.clock(), KOREA_AHEAD_MS).toISOString().slice(0, 10);
    if (specifiedDate > today) return refused(400, 'OUT_OF_RANGE', 'specifiedDate lies in the future.');
    return { ok: true, value: { phoneNumberRecycled: subscriber.activated_on > specifiedDate } };
  });
}

/** SIM Swap 2: when the SIM was last changed. */
export function simSwapDate(context: CarrierContext, asker: Asker, phoneNumber: string | undefined) {
  const request = {
    api: 'sim-swap',
    scopes: ['sim-swap', 'sim-swap:retrieve-date'],
    phoneNumber,
    attributes: [],
  };
  return lookUp(context, asker, request, (subscriber) => ({
    ok: true,
    value: {
      latestSimChange: (subscriber.latest_sim_change ?? new Date(subscriber.activated_on)).toISOString(),
    },
  }));
}

/** SIM Swap 2: whether the SIM was changed within the last `maxAge` hours. */
export function checkSimSwap(
  context: CarrierContext,
  asker: Asker,
  phoneNumber: string | undefined,
  maxAge: number,
) {
  const request = { api: 'sim-swap', scopes: ['sim-swap', 'sim-swap:check'], phoneNumber, attributes: [] };
  return lookUp(context, asker, request, (subscriber) => {
    const changed = subscriber.latest_sim_change;
    const swapped = changed !== null && context.clock().getTime() - changed.getTime() <= maxAge * HOUR_MS;
    return { ok: true, value: { swapped } };
  });
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.,'-]/gu, '');
}

/** 0 to 99 by edit distance; 100 would be a match. */
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
