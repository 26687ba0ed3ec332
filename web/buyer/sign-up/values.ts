import { hasTexts } from '../kept.ts';
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

/** What a reload leaves: no secrets, and who was begun to be registered. */
type KeptSignUp = { values: Omit<SignUpValues, 'password' | 'phone_pin'>; member_id?: string };

export function isKeptSignUp(stored: unknown): stored is KeptSignUp {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'values' in stored &&
    hasTexts(stored.values, ['name', 'mobile', 'email', 'preferred_channel', 'code_by']) &&
    (!('member_id' in stored) || typeof stored.member_id === 'string')
  );
}
