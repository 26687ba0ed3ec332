import type { MainLocale } from '../../../../kit/words/index.ts';
import type { GivenConsents } from '../../members/consents/consents.ts';
import type { MethodFact } from './card-types.ts';

/** Versions in force. */
export type RequiredDocuments = Pick<GivenConsents, 'terms' | 'privacy'>;

/** Whose number was called. Without a name it is a member's. */
export type AccountFact = {
  /** The name behind the number, as it is read back, and sealed. */
  name?: { masked: string; sealed: string };
  /** The versions of terms and privacy policy to agree to, before somebody joins. */
  documents?: RequiredDocuments;
  /** Whether its member has a mail address, which then has to be proved, too, for a new phone PIN; and by which request. */
  has_mail?: boolean;
  request_id?: string;
};

/** All about the number that was called, which the call proves. */
export type AccountEffect =
  | { kind: 'look_up_account' }
  | {
      kind: 'join';
      name_sealed: string;
      phone_pin: string;
      locale: MainLocale;
      /** What the caller was told of and agreed to. */
      documents: RequiredDocuments;
    }
  | { kind: 'tell_member_number' }
  | { kind: 'prove_member'; member_number: string }
  | { kind: 'send_mail_code' }
  | { kind: 'prove_mail_code'; request_id: string; code: string }
  | { kind: 'choose_phone_pin'; phone_pin: string; request_id?: string };

export type AccountResult =
  | { kind: 'account_known'; has_mail: boolean }
  | { kind: 'account_named'; masked_name: string; name_sealed: string; documents: RequiredDocuments }
  | { kind: 'member_number_told'; member_number: string }
  | { kind: 'member_proven' }
  | { kind: 'mail_code_sent'; request_id: string }
  | { kind: 'mail_code_proved' }
  /** The phone PIN that was just chosen logs its member in. */
  | { kind: 'phone_pin_set'; member_id: string; member_number: string; methods: MethodFact[] };
