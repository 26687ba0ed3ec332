export const EMPTY = {
  name: '',
  mobile: '',
  email: '',
  password: '',
  phone_pin: '',
  preferred_channel: 'sms' as 'sms' | 'email',
};
/** What somebody fills in to become a member. */
export type SignUpValues = typeof EMPTY;
