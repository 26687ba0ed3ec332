import { reading } from '../../format/texts.ts';
import { buyerHomeEn } from './home.en.ts';

/** 购买人的首页和底部菜单。 */
export const buyerHomeZh = reading(buyerHomeEn, {
  'home.occasions': '选择送礼场合',
  'home.for_birthday': '生日',
  'home.for_thanks': '感谢',
  'home.for_congratulations': '祝贺',
  'home.for_holiday': '节日',
  'home.for_flowers': '慰问',
  'home.for_plain': '小心意',
  'home.people': '送过的人',
  'home.give_to': '给{{name}}（{{address}}）送礼物',
  'home.edit_person': '{{name}}的收藏和生日',
  'home.favourite': '收藏',
  'home.favourite_what': '收藏的人会显示在最前面。',
  'home.birthday_month': '生日（月）',
  'home.birthday_day': '日',
  'home.not_noted': '未设置',
  'home.remind': '生日前7天提醒我',
  'home.remind_what': '每年一次，通过邮件或短信提醒，不会打电话。',
  'home.birthday_on': '生日：{{day}}',
  'home.person_saved': '已保存。',
  'home.brands': '商家',
  'home.places': '主菜单',
  'home.place_home': '首页',
  'home.place_give': '送礼',
});
