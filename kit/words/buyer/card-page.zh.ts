import { reading } from '../../format/texts.ts';
import { cardPageEn } from './card-page.en.ts';

/** 结算服务器上添加银行卡和确认付款的页面。 */
export const cardPageZh = reading(cardPageEn, {
  'card_page.brand': '安全付款',
  'card_page.title': '添加银行卡',
  'card_page.what': '卡片信息直接发送给支付机构，商家和Seonmul都无法看到。',
  'card_page.element_what': '请在支付机构的页面输入卡片信息，商家和Seonmul都看不到卡号。',
  'card_page.element_failed': '银行卡添加失败，请重试。',
  'card_page.element_script': '请在浏览器中启用JavaScript后再添加银行卡。',
  'card_page.number': '卡号',
  'card_page.expiry': '有效期',
  'card_page.expiry_hint': '月/年，例如：12/29',
  'card_page.expiry_digits': '4位数字：12/29请输入1229',
  'card_page.expiry_wrong': '请按卡面输入月/年，例如：12/29。',
  'card_page.card_number_wrong': '卡号有误，请核对后重试。',
  'card_page.security_code': '安全码（CVC）',
  'card_page.security_code_hint': '卡背面3位或正面4位数字',
  'card_page.security_code_wrong': '请输入3位或4位数字。',
  'card_page.card_expired': '此卡已过期，请换一张卡。',
  'card_page.add': '添加银行卡',
  'card_page.test_only':
    '测试模式：只能使用测试卡，例如4242 4242 4242 4242，有效期填未来任意日期，安全码任意。',
  'card_page.added': '银行卡已添加',
  'card_page.waiting': '请稍候',
  'card_page.waiting_what': '正在等待发卡银行的答复，页面会自动刷新。',
  'card_page.closed': '页面已过期',
  'card_page.closed_what': '页面已使用过，或停留时间过长。请返回重新开始。',
  'card_page.confirm': '确认付款',
  'card_page.confirm_what': '发卡银行已向您发送验证码，用于确认付款{{amount, money}}。',
  'card_page.code': '银行验证码',
  'card_page.code_wrong': '请输入4至8位数字。',
  'card_page.confirm_now': '确认',
  'card_page.test_code': '测试模式：验证码为123456。',
  'card_page.confirmed': '已提交发卡银行',
});
