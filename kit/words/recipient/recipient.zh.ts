import { join } from '../../format/join.ts';
import { reading } from '../../format/texts.ts';
import { recipientEn } from './recipient.en.ts';

/** 写给收礼人的消息。 */
export const recipientZh = reading(recipientEn, {
  'recipient.gift_arrived.sms': join(
    '[Seonmul] {{sender_name}}送给您一张{{shop_name}}礼品券，面额{{amount, money}}。\n',
    '{{message, quoted_line}}请在{{respond_by_at, date_time}}之前回复：1领取，2谢绝。\n',
    'For Korean, reply KOREAN.\n{{link}}',
  ),
  'recipient.gift_arrived.mail_subject': '{{sender_name}}送您一份{{amount, money}}的礼物',
  'recipient.gift_arrived.mail_text': join(
    '您好！\n\n',
    '{{sender_name}}送给您一张{{shop_name}}礼品券，面额{{amount, money}}。\n',
    '{{message, quoted_line}}\n请在{{respond_by_at, date_time}}之前打开以下链接，选择领取或谢绝：\n',
    '{{link}}\n\n领取时需设置PIN码。',
    '之后凭电话号码和PIN码即可付款。\n',
    '如果谢绝或逾期未领取，款项将退给赠送人。',
  ),

  'recipient.number_code.sms': join(
    '[Seonmul] 验证码{{code}}，{{minutes}}分钟内有效。有人正在用此号码领取{{shop_name}}礼品券。',
    '如非本人操作，请勿将验证码告诉任何人。',
  ),
  'recipient.number_code.mail_subject': '领取礼物的验证码',
  'recipient.number_code.mail_text': join(
    '您好！\n\n您领取{{shop_name}}礼品券的验证码是{{code}}，{{minutes}}分钟内有效。\n',
    '如非本人操作，请勿将验证码告诉任何人。',
  ),

  'recipient.gift_reminder.sms': join(
    '[Seonmul] {{sender_name}}送您的{{amount, money}}{{shop_name}}礼品券还未领取。',
    '请在{{respond_by_at, date_time}}之前回复：1领取，2谢绝。\n{{link}}',
  ),
  'recipient.gift_reminder.mail_subject': '{{sender_name}}送您的礼物还未领取',
  'recipient.gift_reminder.mail_text': join(
    '您好！\n\n',
    '{{sender_name}}送您的{{shop_name}}礼品券（面额{{amount, money}}）还未领取。\n',
    '请在{{respond_by_at, date_time}}之前选择领取或谢绝：\n{{link}}\n\n',
    '逾期未领取，款项将退给赠送人。',
  ),

  'recipient.gift_accepted.sms': join(
    '[Seonmul] 您的{{amount, money}}{{shop_name}}礼品券可以使用了。',
    '在{{shop_name}}任一门店或网店，输入电话号码和PIN码即可付款。',
  ),
  'recipient.gift_accepted.mail_subject': '您的{{shop_name}}礼品券可以使用了',
  'recipient.gift_accepted.mail_text': join(
    '您好！\n\n您已领取{{sender_name}}送的礼物：',
    '{{shop_name}}礼品券，面额{{amount, money}}。\n\n使用地点：',
    '{{shop_name}}所有门店及网店\n使用方法：',
    '结账时说明使用礼品券，然后输入电话号码和PIN码。\n',
    '余额可分多次使用。',
  ),

  'recipient.gift_refused.sms':
    '[Seonmul] 您已谢绝{{amount, money}}的{{shop_name}}礼品券，款项将退给{{sender_name}}。',
  'recipient.gift_refused.mail_subject': '您已谢绝一份礼物',
  'recipient.gift_refused.mail_text': join(
    '您好！\n\n您已谢绝面额{{amount, money}}的{{shop_name}}礼品券。\n',
    '款项将退给{{sender_name}}，您无需进行任何操作。',
  ),

  'recipient.gift_expired.sms':
    '[Seonmul] {{amount, money}}的{{shop_name}}礼品券逾期未领取，款项将退给{{sender_name}}。',
  'recipient.gift_expired.mail_subject': '您的礼物逾期未领取',
  'recipient.gift_expired.mail_text': join(
    '您好！\n\n',
    '面额{{amount, money}}的{{shop_name}}礼品券逾期未领取。\n',
    '款项将退给{{sender_name}}。',
  ),

  'recipient.gift_cancelled.sms':
    '[Seonmul] {{sender_name}}已取消{{amount, money}}的{{shop_name}}礼品券，您无需进行任何操作。',
  'recipient.gift_cancelled.mail_subject': '您的礼物已被取消',
  'recipient.gift_cancelled.mail_text': join(
    '您好！\n\n',
    '{{sender_name}}已取消面额{{amount, money}}的{{shop_name}}礼品券。\n',
    '您无需进行任何操作。',
  ),

  'recipient.gift_withdrawn.sms':
    '[Seonmul] {{sender_name}}取消了您已领取的{{amount, money}}{{shop_name}}礼品券，该券已不能使用。',
  'recipient.gift_withdrawn.mail_subject': '您领取的礼物已被取消',
  'recipient.gift_withdrawn.mail_text': join(
    '您好！\n\n',
    '{{sender_name}}取消了您已领取的{{shop_name}}礼品券（面额{{amount, money}}）。\n',
    '该券已不能使用，您无需进行任何操作。',
  ),

  'recipient.gift_charged_back.sms': join(
    '[Seonmul] {{sender_name}}送您的{{amount, money}}{{shop_name}}礼品券因付款被撤回而取消。',
    '您无需进行任何操作。',
  ),
  'recipient.gift_charged_back.mail_subject': '您的礼物已被取消',
  'recipient.gift_charged_back.mail_text': join(
    '您好！\n\n{{sender_name}}送您的{{shop_name}}礼品券（面额{{amount, money}}）',
    '因付款被撤回而取消。\n您无需进行任何操作。',
  ),

  'recipient.certificate_used.sms':
    '[Seonmul] 您在{{store_name}}使用了{{amount, money}}。{{shop_name}}礼品券余额：{{remaining, money}}。',
  'recipient.certificate_used.mail_subject': '您在{{store_name}}使用了{{amount, money}}',
  'recipient.certificate_used.mail_text': join(
    '您好！\n\n',
    '您的{{shop_name}}礼品券于{{used_at, date_time}}在{{store_name}}使用了{{amount, money}}。\n',
    '余额：{{remaining, money}}。\n\n如非本人使用，请立即联系{{shop_name}}。',
  ),

  'recipient.use_reversed.sms':
    '[Seonmul] 您在{{store_name}}使用的{{amount, money}}已退回。{{shop_name}}礼品券余额：{{remaining, money}}。',
  'recipient.use_reversed.mail_subject': '在{{store_name}}使用的{{amount, money}}已退回',
  'recipient.use_reversed.mail_text': join(
    '您好！\n\n',
    '您在{{store_name}}使用的{{amount, money}}已于{{reversed_at, date_time}}退回{{shop_name}}礼品券。\n',
    '余额：{{remaining, money}}。',
  ),

  'recipient.certificate_locked.sms': join(
    '[Seonmul] 您的{{shop_name}}礼品券PIN码输错次数过多，已暂停验证。您的余额是安全的。',
    '在门店仍可凭PIN码使用；其他情况下可能需要输入我们发送的验证码。',
  ),
  'recipient.certificate_locked.mail_subject': '您的{{shop_name}}礼品券PIN码多次输错',
  'recipient.certificate_locked.mail_text': join(
    '您好！\n\n您的{{shop_name}}礼品券PIN码输错次数过多，已暂停验证。您的余额是安全的。\n',
    '在门店仍可凭PIN码使用；其他情况下可能需要输入我们发送的验证码。',
  ),

  'recipient.opened_by_clerk.sms': join(
    '[Seonmul] {{store_name}}的店员于{{opened_at, date_time}}未使用PIN码打开了您的{{shop_name}}礼品券。',
    '如非您本人要求，请立即联系我们。',
  ),
  'recipient.opened_by_clerk.mail_subject': '您的{{shop_name}}礼品券在{{store_name}}被打开',
  'recipient.opened_by_clerk.mail_text': join(
    '您好！\n\n{{store_name}}的店员于{{opened_at, date_time}}未使用PIN码打开了您的{{shop_name}}礼品券。\n',
    '如非您本人要求，请立即联系我们。',
  ),

  'recipient.certificate_expiring.sms': join(
    '[Seonmul] 您的{{shop_name}}礼品券有效期至{{expires_at, date}}，余额{{left, money}}。',
    '请在到期前使用。',
  ),
  'recipient.certificate_expiring.mail_subject': '您的{{shop_name}}礼品券有效期至{{expires_at, date}}',
  'recipient.certificate_expiring.mail_text': join(
    '您好！\n\n您的{{shop_name}}礼品券有效期至{{expires_at, date}}。\n',
    '余额：{{left, money}}。\n\n请在到期前使用。',
  ),

  'recipient.certificate_expired.sms': join(
    '[Seonmul] 您的{{shop_name}}礼品券已于{{expired_at, date}}过期，',
    '余额{{left, money}}已不能使用。',
  ),
  'recipient.certificate_expired.mail_subject': '您的{{shop_name}}礼品券已过期',
  'recipient.certificate_expired.mail_text': join(
    '您好！\n\n您的{{shop_name}}礼品券已于{{expired_at, date}}过期。\n',
    '余额{{left, money}}已不能使用。',
  ),

  'recipient.certificate_frozen.sms': join(
    '[Seonmul] 您的{{shop_name}}礼品券因付款存在争议已被冻结。',
    '争议解决前，余额{{left, money}}不能使用。请联系送您礼品券的人。',
  ),
  'recipient.certificate_frozen.mail_subject': '您的{{shop_name}}礼品券已被冻结',
  'recipient.certificate_frozen.mail_text': join(
    '您好！\n\n您的{{shop_name}}礼品券因付款存在争议已被冻结。\n',
    '争议解决前，余额{{left, money}}不能使用。请联系送您礼品券的人。',
  ),

  'recipient.certificate_unfrozen.sms': join(
    '[Seonmul] 您的{{shop_name}}礼品券可以继续使用了。',
    '余额{{left, money}}，有效期至{{expires_at, date}}。',
  ),
  'recipient.certificate_unfrozen.mail_subject': '您的{{shop_name}}礼品券可以继续使用了',
  'recipient.certificate_unfrozen.mail_text': join(
    '您好！\n\n您的{{shop_name}}礼品券可以继续使用了。\n',
    '余额{{left, money}}，有效期至{{expires_at, date}}。',
  ),

  'recipient.locked_by_staff.sms': join(
    '[Seonmul] {{shop_name}}已锁定您的礼品券。解锁前，余额{{left, money}}不能使用。',
    '如果不是您要求的，请联系{{shop_name}}。',
  ),
  'recipient.locked_by_staff.mail_subject': '您的{{shop_name}}礼品券已被锁定',
  'recipient.locked_by_staff.mail_text': join(
    '您好！\n\n{{shop_name}}已锁定您的礼品券。解锁前，余额{{left, money}}不能使用。\n',
    '如果不是您要求的，请联系{{shop_name}}。',
  ),

  'recipient.unlocked_by_staff.sms': join(
    '[Seonmul] 您的{{shop_name}}礼品券已解锁，可以继续使用了。',
    '余额{{left, money}}，有效期至{{expires_at, date}}。',
  ),
  'recipient.unlocked_by_staff.mail_subject': '您的{{shop_name}}礼品券已解锁',
  'recipient.unlocked_by_staff.mail_text': join(
    '您好！\n\n您的{{shop_name}}礼品券已解锁，可以继续使用了。\n',
    '余额{{left, money}}，有效期至{{expires_at, date}}。',
  ),

  'recipient.certificate_charged_back.sms': join(
    '[Seonmul] 您的{{shop_name}}礼品券因付款被撤回而取消。',
    '余额{{left, money}}已不能使用。请联系送您礼品券的人。',
  ),
  'recipient.certificate_charged_back.mail_subject': '您的{{shop_name}}礼品券已被取消',
  'recipient.certificate_charged_back.mail_text': join(
    '您好！\n\n您的{{shop_name}}礼品券因付款被撤回而取消。\n',
    '余额{{left, money}}已不能使用。请联系送您礼品券的人。',
  ),

  'recipient.hand_over_begun.sms': join(
    '[Seonmul] 验证码{{code}}：用于将您的{{shop_name}}礼品券（{{left, money}}）转赠给{{to_phone, phone}}，',
    '{{minutes}}分钟内有效。如非本人操作，请勿告诉任何人，并重新设置PIN码。{{link}}',
  ),
  'recipient.hand_over_begun.mail_subject': '转赠{{shop_name}}礼品券的验证码',
  'recipient.hand_over_begun.mail_text': join(
    '您好！\n\n您将{{shop_name}}礼品券（{{left, money}}）转赠给{{to_phone, phone}}的验证码是{{code}}，',
    '{{minutes}}分钟内有效。\n如非本人操作，请勿告诉任何人，并重新设置PIN码。\n{{link}}',
  ),

  'recipient.hand_over.sms': join(
    '[Seonmul] {{giver_name}}将一张{{shop_name}}礼品券转赠给您，余额',
    '{{left, money}}。请在{{until_at, date_time}}之前用验证码{{code}}设置PIN码领取。',
    '{{link}} 请勿将验证码告诉任何人。',
  ),
  'recipient.hand_over.mail_subject': '{{giver_name}}将一张{{shop_name}}礼品券转赠给您',
  'recipient.hand_over.mail_text': join(
    '您好！\n\n{{giver_name}}将一张{{shop_name}}礼品券转赠给您，余额',
    '{{left, money}}。\n请在{{until_at, date_time}}之前用验证码{{code}}设置PIN码领取。\n',
    '{{link}}\n请勿将验证码告诉任何人。',
  ),

  'recipient.handed_over.sms': join(
    '[Seonmul] 您的{{shop_name}}礼品券已转赠他人，',
    '您的号码和PIN码不能再使用该券。如非本人操作，请立即联系我们。',
  ),
  'recipient.handed_over.mail_subject': '您的{{shop_name}}礼品券已转赠他人',
  'recipient.handed_over.mail_text': join(
    '您好！\n\n您的{{shop_name}}礼品券已转赠他人，',
    '您的号码和PIN码不能再使用该券。\n如非本人操作，请立即联系我们。',
  ),

  'recipient.pin_changed.sms':
    '[Seonmul] 您的{{shop_name}}礼品券PIN码已更改。如非本人操作，请立即重新设置PIN码。{{link}}',
  'recipient.pin_changed.mail_subject': '您的{{shop_name}}礼品券PIN码已更改',
  'recipient.pin_changed.mail_text':
    '您好！\n\n您的{{shop_name}}礼品券PIN码已更改。\n如非本人操作，请立即重新设置PIN码。\n{{link}}',
});
