import { join } from '../../format/join.ts';
import { reading } from '../../format/texts.ts';
import { dialogueEn } from './dialogue.en.ts';

/** 短信对话。 */
export const dialogueZh = reading(dialogueEn, {
  'dialogue.pin_prompt': join(
    '[Seonmul] 请为您的{{shop_name}}礼品券设置{{pin_digits}}位PIN码并回复。',
    '不能包含电话号码中的数字段或123456。',
  ),
  'dialogue.name_to_confirm': '[Seonmul] 这份礼物是送给{{name}}的。如果不是您，请回复2。\n{{question}}',
  'dialogue.not_accepted': '[Seonmul] {{reason}}未作任何更改。',
  'dialogue.pin_refused': '[Seonmul] {{reason}}请回复另一个{{pin_digits}}位PIN码。',
  'dialogue.pin_again': '[Seonmul] 请再次回复相同的{{pin_digits}}位数字以确认。',
  'dialogue.pin_differs': '[Seonmul] 两次PIN码不一致，请回复您想要的{{pin_digits}}位数字。',
  'dialogue.language_chosen': '[Seonmul] 今后我们将用中文给您发短信。',
  'dialogue.offer_question':
    '[Seonmul] {{sender_name}}送您{{amount, money}}的{{shop_name}}礼品券：回复1领取，回复2谢绝。',
  'dialogue.card_link': '[Seonmul] 点此添加银行卡：{{link}}',
  'dialogue.stop_question': '[Seonmul] 不想再收到短信？请回复“退订”或STOP。这不会谢绝待领取的礼物。',
  'dialogue.no_offer': '[Seonmul] 此号码没有待领取的礼物。需要帮助请回复“帮助”。',
  'dialogue.offer_expired': '[Seonmul] 这份礼物已过领取期限，款项将退给赠送人。',
  'dialogue.already_accepted': '[Seonmul] 您已领取这份礼物。查看余额请回复“余额”。',
  'dialogue.already_refused': '[Seonmul] 您已谢绝这份礼物，款项将退给赠送人。',
  'dialogue.try_later': '[Seonmul] 出了点问题，未作任何更改。请几分钟后重新发送。',
  'dialogue.too_many': '[Seonmul] 短信过于频繁，请{{minutes}}分钟后再试。',
  'dialogue.stopped': '[Seonmul] 已退订。今后只会发送您主动获取的验证码。重新订阅请回复“订阅”。',
  'dialogue.started': '[Seonmul] 您已重新订阅短信。',
  'dialogue.help': join(
    '[Seonmul] 1：领取；2：谢绝（附留言请回复“谢绝：内容”）；谁：赠送人；余额：',
    '查询余额；状态：您送出的礼物；忘记PIN：重设PIN码；再来：重发；退订：',
    '不再接收短信；KOREAN：韩语。请勿将PIN码告诉任何人。',
  ),
  'dialogue.refuse_question':
    '[Seonmul] 要谢绝{{sender_name}}送的礼物吗？此操作无法撤销。回复2谢绝，回复1领取。',
  'dialogue.refuse_question_word': join(
    '[Seonmul] 要谢绝{{sender_name}}送的礼物，并留言“{{word}}”吗？',
    '此操作无法撤销。回复2谢绝，回复1领取。',
  ),
  'dialogue.who_waiting': join(
    '[Seonmul] {{sender_name}}送给您一张{{shop_name}}礼品券，面额{{amount, money}}。\n',
    '{{message, quoted_line}}回复1领取，回复2谢绝。',
  ),
  'dialogue.who': join(
    '[Seonmul] {{sender_name}}送给您一张{{shop_name}}礼品券，面额{{amount, money}}。\n',
    '{{message, quoted_line}}查看余额请回复“余额”。',
  ),
  'dialogue.pin_forgotten': '[Seonmul] 请在以下页面或门店获取发送到此手机的验证码，设置新PIN码：\n{{lines}}',
  'dialogue.status': '[Seonmul] 您送出的礼物：\n{{lines}}',
  'dialogue.status_line': '{{recipient}}，{{shop_name}} {{amount, money}}：{{what}}',
  'dialogue.status_none': '[Seonmul] 此号码没有送出过礼物。查看收到的礼品券请回复“余额”。',
  'dialogue.status_until': '{{state}}，截止{{answer_by, date_time}}',
  'dialogue.status_left': '{{state}}，余额{{left, money}}',
  'dialogue.status_why': '{{state}}（{{why}}）',
  'dialogue.stranger': '[Seonmul] 此号码没有待领取的礼物。请用收到我们短信的手机发送。',
  'dialogue.balance': '[Seonmul] 您的礼品券：\n{{lines}}',
  'dialogue.balance_line': '{{shop_name}}：{{remaining, money}}',
  'dialogue.balance_none': '[Seonmul] 此号码没有礼品券。',
});
