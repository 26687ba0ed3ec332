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
  'home.brands': '商家',
  'home.places': '主菜单',
  'home.place_home': '首页',
  'home.place_give': '送礼',
});
