import { join } from '../../format/join.ts';
import { reading } from '../../format/texts.ts';
import { accountEn } from './account.en.ts';

/** 验证码和安全通知。验证码不出现在邮件主题中。 */
export const accountZh = reading(accountEn, {
  'account.verification_code.sms': '[Seonmul] 验证码{{code}}，{{minutes}}分钟内有效，请勿告诉任何人。',
  'account.verification_code.mail_subject': '您的验证码',
  'account.verification_code.mail_text': join(
    '您好！\n\n您的验证码是{{code}}，{{minutes}}分钟内有效。\n',
    '如非本人操作，请忽略此邮件。',
  ),

  'account.unlock_code.sms':
    '[Seonmul] 验证码{{code}}：用于解锁您的{{shop_name}}礼品券，{{minutes}}分钟内有效，请勿告诉任何人。',
  'account.unlock_code.mail_subject': '解锁{{shop_name}}礼品券的验证码',
  'account.unlock_code.mail_text': join(
    '您好！\n\n解锁{{shop_name}}礼品券的验证码是{{code}}，',
    '{{minutes}}分钟内有效。\n如非本人操作，请勿告诉任何人。',
  ),

  'account.checkout_code.sms':
    '[Seonmul] 验证码{{code}}：用于在{{shop_name}}付款{{amount, money}}，{{minutes}}分钟内有效，请勿告诉任何人。',
  'account.checkout_code.mail_subject': '在{{shop_name}}付款的验证码',
  'account.checkout_code.mail_text': join(
    '您好！\n\n',
    '您在{{shop_name}}用礼品券付款{{amount, money}}的验证码是{{code}}，',
    '{{minutes}}分钟内有效。\n',
    '如非本人付款，请勿告诉任何人。',
  ),

  'account.welcome.sms': '[Seonmul] {{name}}，欢迎您！您的会员号是{{member_number}}。',
  'account.welcome.mail_subject': '欢迎使用Seonmul',
  'account.welcome.mail_text': join(
    '{{name}}，您好！\n\n欢迎使用Seonmul。您的会员号是{{member_number}}。\n',
    '电话中请用会员号和电话PIN码登录；',
    '网页上请用邮箱和密码登录。',
  ),

  'account.password_changed.sms': '[Seonmul] 您的密码已更改。如非本人操作，请立即联系我们。',
  'account.password_changed.mail_subject': '您的密码已更改',
  'account.password_changed.mail_text':
    '您好！\n\n您的密码或电话PIN码已于{{changed_at, date_time}}更改。\n如非本人操作，请立即联系我们。',

  'account.passkey_added.sms': '[Seonmul] 您的账户添加了通行密钥。如非本人操作，请立即联系我们。',
  'account.passkey_added.mail_subject': '您的账户添加了通行密钥',
  'account.passkey_added.mail_text':
    '您好！\n\n您的账户于{{changed_at, date_time}}添加了通行密钥，可用于登录。\n如非本人操作，请立即联系我们。',

  'account.contact_changed.sms': '[Seonmul] 此电话号码已从您的账户中移除。如非本人操作，请立即联系我们。',
  'account.contact_changed.mail_subject': '此邮箱已从您的账户中移除',
  'account.contact_changed.mail_text':
    '您好！\n\n您账户的邮箱已于{{changed_at, date_time}}更改，此邮箱不再使用。\n如非本人操作，请立即联系我们。',

  'account.closed.sms': '[Seonmul] 您的账户{{member_number}}已注销。如非本人操作，请立即联系我们。',
  'account.closed.mail_subject': '您的账户已注销',
  'account.closed.mail_text': join(
    '您好！\n\n',
    '您的账户{{member_number}}已于{{closed_at, date_time}}注销。所有设备均已退出登录，',
    '银行卡和通行密钥已移除。\n',
    '您送出的礼物仍然有效，退款将退回付款时使用的卡。\n',
    '依照法律规定，购买记录需单独保存5年，不作其他用途。\n\n',
    '如非本人操作，请立即联系我们。',
  ),

  'person.unnamed': '收礼人',
});
