import Type from 'typebox';
import { AmountMinor, Currency, closed } from '../../../contracts/common.ts';

export const ShopId = Type.String({ pattern: '^[a-z0-9-]{1,32}$' });
export const ImageKey = Type.String({ pattern: '^[a-z0-9-]{1,64}$' });

export const ShopShape = closed({
  shop_id: ShopId,
  name_ko: Type.String(),
  name_en: Type.String(),
  currency: Currency,
  settlement: Type.String({ description: 'The settlement server whose payment methods it takes.' }),
  amount_min_minor: AmountMinor,
  amount_max_minor: AmountMinor,
  suggested_minor: Type.Array(AmountMinor),
  description_ko: Type.Optional(Type.String()),
  description_en: Type.Optional(Type.String()),
  image_key: Type.Optional(ImageKey),
  picture_id: Type.Optional(
    Type.String({
      pattern: '^[0-9a-f]{64}$',
      description: 'The shop’s own picture, at `/pictures/:picture_id`; it comes before `image_key`.',
    }),
  ),
  usage_ko: Type.Optional(
    Type.String({ description: 'What a certificate can and can’t be used for, as the shop says.' }),
  ),
  usage_en: Type.Optional(Type.String()),
  answer_days: Type.Integer({ description: 'Days the recipient has to accept.' }),
  validity_months: Type.Integer({ description: 'Months a certificate is valid.' }),
  refund_days: Type.Integer({
    description:
      'Days after the delivery in which an accepted gift can be refunded if none of it has been used.',
  }),
});
