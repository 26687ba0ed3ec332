import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed } from '../../../contracts/common.ts';
import { MAP_URL } from '../../../contracts/shop-holders.ts';
import { LOCALES } from '../../../kit/format/locale.ts';
import { CodeTyped } from '../../../kit/typed/shapes.ts';

export const Locale = Type.Enum([...LOCALES]);
/** How a code is to be told: by text or, as always where a number takes none, by a call. */
export const By = Type.Optional(Type.Enum(['text', 'call']));
export const SentBy = Type.Enum(['text', 'call']);
/** Goes with the guess at a code, so that nobody else can guess at it. */
export const RequestId = Type.String({ minLength: 1, maxLength: 80 });
const told = { expires_in_minutes: Type.Integer(), sent_by: SentBy };
export const CodeTold = closed(told);
export const CodeSent = closed({ request_id: RequestId, ...told });
/** A code to the phone, where a PIN from afar is not enough for now (`code_required`). */
export const PhoneCode = { code: Type.Optional(CodeTyped), request_id: Type.Optional(RequestId) };

const Told = (length_max: number) =>
  Type.Union([Type.String({ minLength: 1, maxLength: length_max }), Type.Null()]);
/** What people are told of a store. */
export const StoreDetails = {
  district: Told(100),
  address: Told(200),
  opening_hours: Told(200),
  phone: Told(40),
};
/** The same for people who read English. */
export const StoreInEnglish = { district_en: Told(100), address_en: Told(200), opening_hours_en: Told(200) };
/** Where a store is on a map of the shop's choice; null where people are led to a search for its address. */
export const StoreMap = {
  map_url: Type.Union([Type.String({ maxLength: 500, pattern: MAP_URL }), Type.Null()]),
};

/** For routes whose body has only optional fields: no body counts as an empty one. */
export async function allowEmptyBody(request: FastifyRequest): Promise<void> {
  request.body ??= {};
}
