import { join } from '../../format/join.ts';
import { english } from '../../format/texts.ts';

/** The dialogue by text message: what a phone without a browser is answered. */
export const dialogueEn = english({
  'dialogue.pin_prompt': join(
    '[Seonmul] Choose a PIN of {{pin_digits}} digits for your {{shop_name}} gift certificate and send it as your reply.',
    ' Not digits of your phone number, not 123456.',
  ),
  'dialogue.pin_refused': '[Seonmul] {{reason}} Send another PIN of {{pin_digits}} digits.',
  'dialogue.pin_again':
    '[Seonmul] Send the same {{pin_digits}} digits once more, so that no slip of the finger counts.',
  'dialogue.pin_differs':
    '[Seonmul] The two PINs were not the same, so neither counts. Send the {{pin_digits}} digits that you want.',
  'dialogue.language_chosen': '[Seonmul] We will write to you in English.',
  'dialogue.offer_question':
    '[Seonmul] {{shop_name}} {{amount, money}} from {{sender_name}}: reply 1 to accept or 2 to refuse.',
  'dialogue.no_offer': '[Seonmul] No gift is waiting for this number. Send HELP for help.',
  'dialogue.offer_expired': '[Seonmul] The time to accept this gift is over, and the sender is refunded.',
  'dialogue.already_accepted':
    '[Seonmul] You have accepted this gift already. Send BALANCE to see what is left.',
  'dialogue.already_refused': '[Seonmul] You have refused this gift, and the sender is refunded.',
  'dialogue.try_later':
    '[Seonmul] That did not work just now. Nothing was lost; please send it again in a few minutes.',
  'dialogue.too_many': '[Seonmul] Too many messages. Please wait {{minutes}} minutes.',
  'dialogue.stopped':
    '[Seonmul] You will get no more text messages from us, except codes that you ask for. Send START to undo this.',
  'dialogue.started': '[Seonmul] You will get text messages from us again.',
  'dialogue.help': join(
    '[Seonmul] 1: accept. 2: refuse (REFUSE: your words). WHO: the sender. BALANCE: what is left. STATUS: gifts you sent.',
    ' PIN: if you forgot it. AGAIN: hear it again. STOP: no more messages. KOREAN: in Korean.',
    ' Never tell anybody your PIN.',
  ),
  'dialogue.refuse_question':
    '[Seonmul] Refuse the gift from {{sender_name}}? That can not be undone. Reply 2 to refuse or 1 to accept.',
  'dialogue.refuse_question_word': join(
    '[Seonmul] Refuse the gift from {{sender_name}} with the words “{{word}}”? That can not be undone.',
    ' Reply 2 to refuse or 1 to accept.',
  ),
  'dialogue.who_waiting': join(
    '[Seonmul] {{sender_name}} sent you a {{shop_name}} gift certificate worth {{amount, money}}.\n',
    '{{message, quoted_line}}Reply 1 to accept or 2 to refuse.',
  ),
  'dialogue.who': join(
    '[Seonmul] {{sender_name}} sent you a {{shop_name}} gift certificate worth {{amount, money}}.\n',
    '{{message, quoted_line}}Send BALANCE to see what is left.',
  ),
  'dialogue.pin_forgotten':
    '[Seonmul] Only the shop can change a PIN. Choose a new one with a code sent to this phone, here or at a store:\n{{lines}}',
  'dialogue.status': '[Seonmul] The gifts that you sent:\n{{lines}}',
  'dialogue.status_line': '{{recipient}}, {{shop_name}} {{amount, money}}: {{what}}',
  'dialogue.status_none':
    '[Seonmul] No gift was sent from this number. For certificates that you received, send BALANCE.',
  'dialogue.status_waiting': 'waiting for an answer until {{answer_by, date_time}}',
  'dialogue.status_scheduled': 'goes out on the day that you chose',
  'dialogue.status_accepted': 'accepted, {{remaining, money}} left',
  'dialogue.status_refused': 'refused, you are refunded',
  'dialogue.status_expired': 'not answered in time, you are refunded',
  'dialogue.status_cancelled': 'cancelled, you are refunded',
  'dialogue.status_under_way': 'being worked on',
  'dialogue.stranger':
    '[Seonmul] No gift is waiting for this number. Please write from the mobile phone that got our message.',
  'dialogue.balance': '[Seonmul] Your gift certificates:\n{{lines}}',
  'dialogue.balance_line': '{{shop_name}}: {{remaining, money}}',
  'dialogue.balance_none': '[Seonmul] There is no gift certificate for this number.',
});
