import { reading } from '../../format/texts.ts';
import { buyerHomeEn } from './home.en.ts';

/** 購入者のホーム画面と、下のメニュー。 */
export const buyerHomeJa = reading(buyerHomeEn, {
  'home.occasions': 'シーンから選ぶ',
  'home.for_birthday': '誕生日',
  'home.for_thanks': 'お礼',
  'home.for_congratulations': 'お祝い',
  'home.for_holiday': '季節のご挨拶',
  'home.for_flowers': 'お見舞い・応援',
  'home.for_plain': 'プチギフト',
  'home.people': '贈ったことのある方',
  'home.give_to': '{{name}}さん（{{address}}）にギフトを贈る',
  'home.brands': 'ショップ',
  'home.places': 'メインメニュー',
  'home.place_home': 'ホーム',
  'home.place_give': '贈る',
});
