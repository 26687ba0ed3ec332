import { join } from '../../format/join.ts';
import { english } from '../../format/texts.ts';

/** Spoken to somebody who joins by phone, or who chooses a new phone PIN. */
export const joinEn = english({
  'voice.account_this_phone':
    'If it is the phone you are calling from, {{phone, spoken_phone}}, press one, then hash.',
  'voice.account_phone':
    'Enter the phone number of your account, including the area code, then press hash. We will call you there.',
  'voice.account_call_back': 'We will call that number in a moment. Please hang up and wait. Goodbye.',
  'voice.already_logged_in': 'You are already a member, and logged in.',

  'voice.account_greeting': join(
    'Hello, this is Seonmul. You asked us to call you about your account.',
    ' To go on, press one. If you did not ask for this, just hang up; nothing changes.',
  ),
  'voice.account_name': join(
    'The name of the person with the number {{phone, spoken_phone}}: {{name, spoken_name}}.',
    ' If that is you, press one. If it is not, press two. To hear this again, press hash.',
  ),
  'voice.agree': 'To become a member, you need to agree to the following.',
  'voice.agree_terms': 'Our terms of service, version {{version, spoken_digits}}.',
  'voice.agree_privacy': 'Our privacy policy, version {{version, spoken_digits}}.',
  'voice.agree_choice': join(
    'You can read them on our website.',
    ' If you agree, press one. If you do not, press two. To hear this again, press hash.',
  ),
  'voice.not_agreed': 'Without your agreement we cannot make you a member. Nothing has been stored. Goodbye.',
  'voice.account_unknown': 'Sorry, we could not find a name for this number.',
  'voice.account_recycled':
    'This number has changed hands. To keep its account safe, we cannot help by phone. Please ask our staff in any store. Goodbye.',
  'voice.account_unproven':
    'Sorry, we could not check this number right now. Nothing has changed. Please call again later. Goodbye.',
  'voice.join_elsewhere':
    'You can sign up on our website, or have our staff register you under the name on your ID. Nothing has been stored.',
  'voice.join_by_agent': 'To be connected to an agent now, press zero. Otherwise, just hang up.',
  'voice.join_pin': join(
    'Choose a six-digit phone PIN. You will need it whenever you call us to send a gift.',
    ' Do not use part of your phone number, or a sequence such as one two three four five six.',
  ),
  'voice.new_phone_pin': 'Choose a new six-digit phone PIN.',
  'voice.joined': 'Welcome. You are now a member. Your member number has ten digits.',
  'voice.member_number_is': '{{member_number, spoken_digits}}.',
  'voice.keep_member_number': join(
    'Please write it down, and keep it where others do not see it. When you call us, you enter it together with your phone PIN.',
    ' Tell nobody your phone PIN.',
  ),
  'voice.joined_choice':
    'To hear this again, press hash. To send a gift or add a card now, press one. Otherwise, just hang up.',
  'voice.known_member': join(
    'This number already belongs to a member. To choose a new phone PIN, press one.',
    ' To hear your member number, press two.',
  ),
  'voice.own_number':
    'Enter your ten-digit member number. If you do not remember it, press one, then hash, and we will tell you.',
  'voice.own_number_wrong': 'That is not the member number of this phone.',
  'voice.your_number': 'Here is your member number.',
  'voice.number_told_choice':
    'To hear it again, press hash. To choose a new phone PIN, press one. Otherwise, just hang up.',
  'voice.mail_code':
    'We have sent a six-digit code to your email address. Please enter it. To hear this again, press hash.',
  'voice.mail_code_wrong': 'That is not the code we sent.',
  'voice.phone_pin_chosen': 'Your new phone PIN is ready to use. Tell it to nobody.',
});
