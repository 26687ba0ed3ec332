export const EMPTY = {
  name: '',
  mobile: '',
  email: '',
  password: '',
  phone_pin: '',
  preferred_channel: 'sms' as 'sms' | 'email',
  code_by: 'text' as 'text' | 'call',
};
/** The sign-up form. */
export type SignUpValues = typeof EMPTY;
