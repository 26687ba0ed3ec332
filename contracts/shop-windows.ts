import Type, { type Static } from 'typebox';
import { PictureId, Version } from '../kit/business/shapes.ts';
import { type Refusal, refusals, refuse } from '../kit/result.ts';
import { AmountMinor, Currency, closed } from './common.ts';

/**
 * PUT at a shop, `/:shop_id`: management says what it shows buyers of a shop, and between which amounts it lets that sell; the
 * answer is what the shop wants shown. Asked every now and then, so neither has to find out whether the other has changed
 * something, and each hears it again after a restore.
 */
export const WINDOWS_PATH = '/v1/peer/windows';
/** GET at a shop, `/:picture_id`: a picture of its window. */
export const WINDOW_PICTURES_PATH = '/v1/peer/window-pictures';

const ShopId = Type.String({ pattern: '^[a-z0-9-]{1,32}$' });
const Text = (length_max: number) =>
  Type.Union([Type.String({ minLength: 1, maxLength: length_max, pattern: '\\S' }), Type.Null()]);

/** What a shop says of itself to buyers. Amounts are in minor units of the shop's currency. */
export const WindowContent = closed({
  description_ko: Text(2_000),
  description_en: Text(2_000),
  /** What a certificate can and can't be used for. Plain text; lines stay lines. */
  usage_ko: Text(4_000),
  usage_en: Text(4_000),
  picture_id: Type.Union([PictureId, Type.Null()]),
  amount_min_minor: AmountMinor,
  amount_max_minor: AmountMinor,
  suggested_minor: Type.Array(AmountMinor, { maxItems: 12, uniqueItems: true }),
});
export type WindowContent = Static<typeof WindowContent>;

export const ShopWindow = closed({ version: Version, ...WindowContent.properties });
export type ShopWindow = Static<typeof ShopWindow>;

export const WindowLimits = closed({ amount_min_minor: AmountMinor, amount_max_minor: AmountMinor });
export type WindowLimits = Static<typeof WindowLimits>;

export const ShownShop = closed({
  name_ko: Type.String(),
  name_en: Type.String(),
  currency: Currency,
  limits: WindowLimits,
  /** The version of the shop's window that is shown; 0 if there was none. The operator may have changed it since. */
  version: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }),
  shown: WindowContent,
  /** The version that is not shown, and why. */
  refused: Type.Optional(closed({ version: Version, code: Type.String({ minLength: 1, maxLength: 100 }) })),
});
export type ShownShop = Static<typeof ShownShop>;

export const ShopParams = closed({ shop_id: ShopId });
export const WantedWindow = closed({ window: Type.Optional(ShopWindow) });
export const PictureParams = closed({ picture_id: PictureId });
export const WindowPicture = closed({ base64: Type.String({ minLength: 1, maxLength: 1_398_104 }) });
export const READ_WINDOW_PICTURE_REFUSALS = refusals('picture_unknown');

/** The rule that a window breaks, if any: its shop refuses it for that, and so does management. */
export function brokenWindowRule(
  { amount_min_minor: min, amount_max_minor: max, suggested_minor }: WindowContent,
  limits: WindowLimits,
): Refusal<'shop_terms_invalid'> | null {
  if (min > max) return refuse('shop_terms_invalid', { rule: 'amounts_in_order' });
  if (suggested_minor.some((amount) => amount < min || amount > max))
    return refuse('shop_terms_invalid', { rule: 'suggested_within_amounts' });
  if (min < limits.amount_min_minor || max > limits.amount_max_minor)
    return refuse('shop_terms_invalid', { rule: 'amounts_within_limits' });
  return null;
}
