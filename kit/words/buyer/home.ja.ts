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
  'home.edit_person': '{{name}}さんのお気に入り・誕生日',
  'home.favourite': 'お気に入り',
  'home.favourite_what': 'お気に入りの方を先に表示します。',
  'home.birthday_month': '誕生日（月）',
  'home.birthday_day': '日',
  'home.not_noted': '未設定',
  'home.remind': '誕生日の7日前に知らせる',
  'home.remind_what': '年に1回、メールまたはSMSでお知らせします。電話はしません。',
  'home.birthday_on': '誕生日 {{day}}',
  'home.person_saved': '保存しました。',
  'home.brands': 'ショップ',
  'home.places': 'メインメニュー',
  'home.place_home': 'ホーム',
  'home.place_give': '贈る',
});
