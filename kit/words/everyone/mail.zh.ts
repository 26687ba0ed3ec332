import { reading } from '../../format/texts.ts';
import { mailEn } from './mail.en.ts';

/** 每封邮件的固定文字，以及关闭通知的页面。 */
export const mailZh = reading(mailEn, {
  'mail.footer': '此邮件由Seonmul自动发送，请勿回复。\n我们不会主动联系您索要PIN码、密码或验证码。',
  'mail.open_gift': '打开礼物',
  'mail.button_fails': '如果按钮无法打开，请点击以下链接：',
  'mail.unsubscribe': '不再接收此类通知',
  'mail.unsubscribe_line': '不再接收此类通知：{{unsubscribe_url}}',

  'notices_page.gift_accepted': '礼物被领取的通知',
  'notices_page.certificate_issued': '礼品券已发放的通知',
  'notices_page.certificate_used': '礼品券被使用的通知',
  'notices_page.use_reversed': '礼品券使用被撤销的通知',
  'notices_page.birthday_soon': '您记下的生日即将到来的提醒',
  'notices_page.ask_title': '关闭此类通知？',
  'notices_page.ask_what': '我们将不再通过短信和邮件发送“{{notice}}”。购买和退款通知仍会照常发送。',
  'notices_page.stop_now': '关闭通知',
  'notices_page.stopped_title': '通知已关闭',
  'notices_page.stopped_what': '我们不再发送“{{notice}}”。',
  'notices_page.undo': '重新开启',
  'notices_page.on_title': '通知已开启',
  'notices_page.on_what': '我们会发送“{{notice}}”。',
  'notices_page.not_found': '链接无法打开',
  'notices_page.not_found_what': '请重新打开邮件中的完整链接。您也可以在“我的账户”中更改通知。',
});
