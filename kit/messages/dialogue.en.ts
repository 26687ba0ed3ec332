import { join } from './join.ts';

/** The dialogue by text message: what a phone without a browser is answered. */
export const dialogueEn = {
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
  'dialogue.offer_choice': '[Seonmul] Several gifts are waiting. Reply with the number of one:\n{{lines}}',
  'dialogue.offer_line': '{{number}}) {{shop_name}} {{amount, money}}, from {{sender_name}}',
  'dialogue.offer_question':
    '[Seonmul] {{shop_name}} {{amount, money}} from {{sender_name}}: reply 1 to accept or 2 to refuse.',
  'dialogue.no_offer': '[Seonmul] No gift is waiting for this number. Send HELP for help.',
  'dialogue.offer_expired': '[Seonmul] The time to accept this gift is over, and the sender is refunded.',
  'dialogue.already_accepted':
    '[Seonmul] You have accepted this gift already. Send BALANCE to see what is left.',
  'dialogue.already_refused': '[Seonmul] You have refused this gift, and the sender is refunded.',
  'dialogue.not_understood':
    '[Seonmul] We did not understand that. Reply 1 to accept or 2 to refuse. Send HELP for help.',
  'dialogue.try_later':
    '[Seonmul] That did not work just now. Nothing was lost; please send it again in a few minutes.',
  'dialogue.too_many': '[Seonmul] Too many messages. Please wait {{minutes}} minutes.',
  'dialogue.stopped':
    '[Seonmul] You will get no more text messages from us, except codes that you ask for. Send START to undo this.',
  'dialogue.started': '[Seonmul] You will get text messages from us again.',
  'dialogue.help': join(
    '[Seonmul] 1: accept a gift. 2: refuse it. BALANCE: what is left. STOP: no more messages.',
    ' KOREAN: messages in Korean.',
    ' In the store, key in phone number and PIN. Never tell anybody your PIN.',
  ),
  'dialogue.balance': '[Seonmul] Your gift certificates:\n{{lines}}',
  'dialogue.balance_line': '{{shop_name}}: {{remaining, money}}',
  'dialogue.balance_none': '[Seonmul] There is no gift certificate for this number.',
} as const;
