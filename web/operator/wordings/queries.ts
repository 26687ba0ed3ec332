import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';

export const WORDINGS = ['wordings'];

/** All shops together are `shop_id` ''. */
export type Choice = { locale: 'ko' | 'en' | 'ja' | 'zh'; shop_id: string };

export const ofShop = (shop_id: string) => (shop_id === '' ? {} : { shop_id });

export const readWordings = ({ locale, shop_id }: Choice) =>
  answered(api.GET('/v1/staff/wordings', { params: { query: { locale, ...ofShop(shop_id) } } }));

export type WordedMessage = Awaited<ReturnType<typeof readWordings>>['messages'][number];
export type Part = WordedMessage['texts'][number]['part'];
