import { join } from '../../format/join.ts';
import { reading } from '../../format/texts.ts';
import { buyerEn } from './buyer.en.ts';

/** 写给购买人的消息。 */
export const buyerZh = reading(buyerEn, {
  'buyer.purchase_complete.sms': join(
    '[Seonmul] 购买成功：',
    '送给{{recipient}}的{{shop_name}}礼品券，面额{{amount, money}}。',
    '如{{respond_by_at, date_time}}之前未领取，将退款给您。',
  ),
  'buyer.purchase_complete.mail_subject': '购买成功：{{shop_name}}礼品券 {{amount, money}}',
  'buyer.purchase_complete.mail_text': join(
    '您好！\n\n购买成功。\n\n商家：{{shop_name}}\n面额：{{amount, money}}\n收礼人：',
    '{{recipient}}\n\n礼物被领取和每次使用时，我们都会通知您。\n',
    '如被谢绝，或{{respond_by_at, date_time}}之前未领取，将全额退款。',
  ),

  'buyer.several_complete.sms': join(
    '[Seonmul] 购买成功：',
    '{{shop_name}}礼品券，共{{people}}人，合计{{amount, money}}。',
    '逾期未领取的礼物将退款。',
  ),
  'buyer.several_complete.mail_subject': '购买成功：{{shop_name}}礼品券，共{{people}}人',
  'buyer.several_complete.mail_text': join(
    '您好！\n\n购买成功。\n\n商家：{{shop_name}}\n人数：{{people}}\n合计：',
    '{{amount, money}}\n\n每份礼物被领取时，我们都会通知您。\n',
    '被谢绝或逾期未领取的礼物将退款。',
  ),

  'buyer.purchase_failed.sms': '[Seonmul] {{amount, money}}的{{shop_name}}礼品券购买失败，未向您收费。',
  'buyer.purchase_failed.mail_subject': '购买失败',
  'buyer.purchase_failed.mail_text': join(
    '您好！\n\n{{amount, money}}的{{shop_name}}礼品券购买失败。\n',
    '未向您收费，卡上预留的金额将会释放。',
  ),

  'buyer.card_declined.sms':
    '[Seonmul] 银行卡付款未通过，{{amount, money}}的{{shop_name}}礼品券未送出。未向您收费，请换一张卡再试。',
  'buyer.card_declined.mail_subject': '银行卡付款未通过',
  'buyer.card_declined.mail_text': join(
    '您好！\n\n银行卡付款未通过，{{amount, money}}的{{shop_name}}礼品券未送出。\n',
    '未向您收费，您可以换一张卡再试。',
  ),

  'buyer.gift_accepted.sms': '[Seonmul] {{recipient}}领取了您送的{{amount, money}}{{shop_name}}礼品券。',
  'buyer.gift_accepted.mail_subject': '{{recipient}}领取了您的礼物',
  'buyer.gift_accepted.mail_text':
    '您好！\n\n{{recipient}}领取了您送的{{shop_name}}礼品券，面额{{amount, money}}。',

  'buyer.gift_refused.sms':
    '[Seonmul] {{recipient}}谢绝了您送的{{shop_name}}礼品券，{{amount, money}}已退款给您。',
  'buyer.gift_refused.mail_subject': '礼物被谢绝，已退款{{amount, money}}',
  'buyer.gift_refused.mail_text': join(
    '您好！\n\n{{recipient}}谢绝了您送的{{shop_name}}礼品券。\n',
    '{{amount, money}}已退回原付款方式，到账可能需要几天。',
  ),

  'buyer.gift_expired.sms':
    '[Seonmul] {{recipient}}逾期未领取您送的{{shop_name}}礼品券，{{amount, money}}已退款给您。',
  'buyer.gift_expired.mail_subject': '礼物逾期未领取，已退款{{amount, money}}',
  'buyer.gift_expired.mail_text': join(
    '您好！\n\n{{recipient}}逾期未领取您送的{{shop_name}}礼品券。\n',
    '{{amount, money}}已退回原付款方式，到账可能需要几天。',
  ),

  'buyer.gift_cancelled.sms':
    '[Seonmul] 您送给{{recipient}}的{{shop_name}}礼品券已取消，{{amount, money}}已退款给您。',
  'buyer.gift_cancelled.mail_subject': '礼物已取消，已退款{{amount, money}}',
  'buyer.gift_cancelled.mail_text': join(
    '您好！\n\n您送给{{recipient}}的{{shop_name}}礼品券已取消。\n',
    '{{amount, money}}已退回原付款方式，到账可能需要几天。',
  ),

  'buyer.cash_waits.sms': join(
    '[Seonmul] 您的{{shop_name}}礼品券已终止，现金{{amount, money}}请到付款门店领取。',
    '小票编号：{{receipt_no}}',
  ),
  'buyer.cash_waits.mail_subject': '请到{{shop_name}}门店领取现金{{amount, money}}',
  'buyer.cash_waits.mail_text': join(
    '您好！\n\n您的{{shop_name}}礼品券被谢绝、取消或逾期未领取。\n',
    '您以现金付款，{{amount, money}}请到付款门店领取。\n\n',
    '收银小票编号：{{receipt_no}}\n\n请把此编号告诉店员。',
  ),

  'buyer.recipient_not_reached.sms': join(
    '[Seonmul] 您送给{{recipient}}的{{amount, money}}{{shop_name}}礼品券，通知未能送达。',
    '{{respond_by_at, date_time}}之前您可以取消礼物，逾期将自动退款。',
  ),
  'buyer.recipient_not_reached.mail_subject': '未能通知到{{recipient}}',
  'buyer.recipient_not_reached.mail_text': join(
    '您好！\n\n',
    '您送给{{recipient}}的{{amount, money}}{{shop_name}}礼品券，通知未能送达。\n',
    '可能是号码或邮箱有误，或对方屏蔽了我们的消息。\n\n',
    '您可以取消礼物后重新赠送。',
    '如{{respond_by_at, date_time}}之前未领取，将全额退款。',
  ),

  'buyer.certificate_issued.sms':
    '[Seonmul] 您送给{{recipient}}的{{amount, money}}{{shop_name}}礼品券已在{{store_name}}发放。',
  'buyer.certificate_issued.mail_subject': '您的礼物已在{{store_name}}发放',
  'buyer.certificate_issued.mail_text': join(
    '您好！\n\n',
    '您送给{{recipient}}的{{amount, money}}{{shop_name}}礼品券已于{{issued_at, date_time}}在{{store_name}}发放。',
  ),

  'buyer.certificate_used.sms':
    '[Seonmul] {{recipient}}在{{store_name}}使用了您送的礼物{{amount, money}}，余额{{remaining, money}}。',
  'buyer.certificate_used.mail_subject': '{{recipient}}使用了您送的礼物{{amount, money}}',
  'buyer.certificate_used.mail_text': join(
    '您好！\n\n',
    '{{recipient}}于{{used_at, date_time}}在{{store_name}}使用了您送的{{shop_name}}礼品券{{amount, money}}。\n',
    '余额：{{remaining, money}}。',
  ),

  'buyer.use_reversed.sms':
    '[Seonmul] 在{{store_name}}使用的{{amount, money}}已退回您送的礼物，余额{{remaining, money}}。',
  'buyer.use_reversed.mail_subject': '{{amount, money}}已退回您送的礼物',
  'buyer.use_reversed.mail_text': join(
    '您好！\n\n',
    '{{recipient}}在{{store_name}}使用的{{amount, money}}已于{{reversed_at, date_time}}退回您送的{{shop_name}}礼品券。\n',
    '余额：{{remaining, money}}。',
  ),

  'buyer.payment_disputed.sms': join(
    '[Seonmul] 您购买{{shop_name}}礼品券的付款{{disputed, money}}在发卡银行存在争议。',
    '争议解决前，礼品券余额将被冻结。',
  ),
  'buyer.payment_disputed.mail_subject': '您购买{{shop_name}}礼品券的付款存在争议',
  'buyer.payment_disputed.mail_text': join(
    '您好！\n\n发卡银行通知我们，您购买{{shop_name}}礼品券的付款{{disputed, money}}存在争议。\n',
    '争议解决前，礼品券余额将被冻结。如果您并未提出争议，请联系发卡银行。',
  ),

  'buyer.dispute_won.sms':
    '[Seonmul] {{shop_name}}礼品券（{{disputed, money}}）的付款争议已解决：付款有效，礼品券可继续使用。',
  'buyer.dispute_won.mail_subject': '您的{{shop_name}}礼品券可以继续使用了',
  'buyer.dispute_won.mail_text': join(
    '您好！\n\n{{shop_name}}礼品券（{{disputed, money}}）的付款争议已解决。\n',
    '付款有效，礼品券可继续使用。',
  ),

  'buyer.dispute_lost.sms': join(
    '[Seonmul] {{shop_name}}礼品券的付款争议已解决：发卡银行已撤回{{disputed, money}}。',
    '礼品券余额已取消。',
  ),
  'buyer.dispute_lost.mail_subject': '因付款争议，您的{{shop_name}}礼品券已取消',
  'buyer.dispute_lost.mail_text': join(
    '您好！\n\n{{shop_name}}礼品券的付款争议已解决：发卡银行已撤回{{disputed, money}}。\n',
    '礼品券余额已取消。',
  ),

  'buyer.birthday_soon.sms':
    '[Seonmul] 您设置的生日提醒：{{birthday, date}}是{{recipient}}的生日。\n{{gift_url}}',
  'buyer.birthday_soon.mail_subject': '{{recipient}}的生日快到了',
  'buyer.birthday_soon.mail_text': join(
    '您好！\n\n{{birthday, date}}是{{recipient}}的生日。这是您设置的提醒。\n\n',
    '如需送礼物，请打开以下链接：\n{{gift_url}}',
  ),
});
