import type { Agreed } from './agreements.tsx';

export const EMPTY = {
  name: '',
  mobile: '',
  email: '',
  password: '',
  phone_pin: '',
  preferred_channel: 'sms' as 'sms' | 'email',
  code_by: 'text' as 'text' | 'call',
  /** The versions of documents that are agreed to. */
  consents: {} as Agreed,
};
/** The sign-up form. */
export type SignUpValues = typeof EMPTY;
