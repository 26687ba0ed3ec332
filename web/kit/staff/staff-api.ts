import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { IdempotencyHeaders } from '../idempotent-mutation.ts';
import type { newPasskey, usedPasskey } from '../passkeys.ts';

export type StaffRole = 'owner' | 'clerk' | 'operator' | 'support' | 'treasurer' | 'auditor';

/** What programs may be permitted, at any server that has pages. */
export type StaffScope =
  | 'orders'
  | 'numbers'
  | 'payouts'
  | 'pay_out'
  | 'shops'
  | 'members'
  | 'reports'
  | 'books'
  | 'exports'
  | 'payments'
  | 'bank_files';

export type Staff<Role extends StaffRole = StaffRole> = {
  staff_id: string;
  login: string;
  name: string;
  role: Role;
};

export type NewStaff<Role extends StaffRole> = Omit<Staff<Role>, 'staff_id'> & { password: string };

export type AuditLine = {
  audit_id: string;
  staff_login: string;
  action: string;
  subject: unknown;
  at: string;
};

/** What a job failed at; without a next attempt it waits for staff. */
export type FailingWork = {
  job: string;
  subject_id: string;
  failures: number;
  first_failed_at: string;
  next_attempt_at?: string;
  problem: string;
};

/** What a restore left open, until somebody has said what came of it. */
export type RestoreFinding = {
  finding_no: number;
  kind: string;
  party: string;
  subject_id?: string;
  about: string;
  found_at: string;
  acknowledged?: { reason: string; at: string };
};

/** Since when a server's database lives, and how its last restore went. */
export type Restored = {
  epoch_no: number;
  began_at: string;
  reason: 'made' | 'restored' | 'held_by_party';
  party?: string;
  reconciled_at?: string;
  fetched_since?: string;
  findings: RestoreFinding[];
};

/** How far a log-in has come. */
export type Stage = 'second_factor' | 'enrolment' | 'open';

export type Factors = { needed: boolean; authenticator: boolean; passkeys: number; recovery_codes: number };

export type Entered<Role extends StaffRole> = { stage: Stage; staff: Staff<Role> };

export type OwnSession = {
  session_id: string;
  address: string;
  browser: string;
  created_at: string;
  last_seen_at: string;
  is_current: boolean;
};

export type Passkey = { passkey_id: string; name: string; created_at: string; last_used_at?: string };

export type NewAuthenticator = { authenticator_id: string; secret: string; qr_svg: string };

export type NewServiceAccount<Scope extends StaffScope> = {
  login: string;
  name: string;
  scopes: Scope[];
  addresses: string[];
};

export type ServiceAccount = {
  staff_id: string;
  login: string;
  name: string;
  scopes: StaffScope[];
  addresses: string[];
  token_expires_at?: string;
  last_used_at?: string;
};

/** What a server shows once. */
export type OneTimeToken = { token: string; expires_at: string };

export type DocumentKind = 'terms' | 'privacy' | 'marketing' | 'faq';

/** What a business says of itself (`kit/business/shapes.ts`). */
export type BusinessDetails = {
  name_ko: string;
  name_en: string;
  representative: string;
  registration_number: string;
  mail_order_number: string | null;
  address_ko: string;
  address_en: string;
  telephone: string;
  email: string;
  hours_ko: string | null;
  hours_en: string | null;
  privacy_officer: string | null;
  colour: string | null;
  logo_id: string | null;
  vat_bp: number;
};

export type OwnBusiness = {
  business?: BusinessDetails & { version: number; published_at: string };
  documents: { document: DocumentKind; version: number; in_force_at: string }[];
};

/** Filters of a list that somebody keeps under a name. */
export type SavedView = { view_id: string; list: string; name: string; filters: Record<string, string> };

/** What a server offers its staff (`kit/staff/routes.ts`), called through that server's own schemas. */
export type StaffApi<Role extends StaffRole, Scope extends StaffScope = StaffScope> = {
  roles: readonly Role[];
  scopes: readonly Scope[];
  /** The role that adds and removes people. */
  admin: Role;
  /** Where its pages are. */
  home: string;
  /** With a code, both steps at once. */
  logIn(credentials: { login: string; password: string; code?: string }): Promise<Entered<Role>>;
  enterSecondFactor(code: string): Promise<Entered<Role>>;
  passkeyChallenge(): Promise<PublicKeyCredentialRequestOptionsJSON>;
  logInByPasskey(used: Awaited<ReturnType<typeof usedPasskey>>): Promise<Entered<Role>>;
  logOut(): Promise<unknown>;
  current(): Promise<Entered<Role> & { second_factor: Factors }>;
  prove(given: { password: string } | { code: string }): Promise<unknown>;
  changePassword(
    passwords: { old_password: string; new_password: string },
    headers: IdempotencyHeaders,
  ): Promise<unknown>;
  sessions(): Promise<{ sessions: OwnSession[] }>;
  endSession(sessionId: string): Promise<unknown>;
  endOtherSessions(): Promise<unknown>;
  beginAuthenticator(): Promise<NewAuthenticator>;
  confirmAuthenticator(given: {
    authenticator_id: string;
    code: string;
  }): Promise<{ recovery_codes: string[] }>;
  removeAuthenticator(): Promise<unknown>;
  newRecoveryCodes(): Promise<{ recovery_codes: string[] }>;
  passkeys(): Promise<{ passkeys: Passkey[] }>;
  beginPasskey(): Promise<PublicKeyCredentialCreationOptionsJSON>;
  addPasskey(made: Awaited<ReturnType<typeof newPasskey>>, headers: IdempotencyHeaders): Promise<unknown>;
  removePasskey(passkeyId: string): Promise<unknown>;
  views(list: string): Promise<{ views: SavedView[] }>;
  saveView(view: Omit<SavedView, 'view_id'>, headers: IdempotencyHeaders): Promise<SavedView>;
  deleteView(viewId: string): Promise<unknown>;
  people(): Promise<{ staff: Staff<Role>[] }>;
  add(staff: NewStaff<Role>, headers: IdempotencyHeaders): Promise<Staff<Role>>;
  remove(staffId: string, headers: IdempotencyHeaders): Promise<unknown>;
  resetPassword(staffId: string): Promise<OneTimeToken>;
  resetSecondFactor(staffId: string, headers: IdempotencyHeaders): Promise<unknown>;
  chooseNewPassword(given: { token: string; password: string }): Promise<{ login: string }>;
  serviceAccounts(): Promise<{ service_accounts: ServiceAccount[] }>;
  addServiceAccount(
    account: NewServiceAccount<Scope>,
    headers: IdempotencyHeaders,
  ): Promise<{ staff_id: string }>;
  newServiceToken(given: { staff_id: string; days: number }): Promise<OneTimeToken>;
  failingWork(): Promise<{ failing: FailingWork[] }>;
  retryFailing(
    work: Pick<FailingWork, 'job' | 'subject_id'>,
    headers: IdempotencyHeaders,
  ): Promise<{ retried: boolean }>;
  restored(query: { after?: number; limit: number }): Promise<Restored>;
  acknowledgeFinding(
    said: { finding_no: number; reason: string },
    headers: IdempotencyHeaders,
  ): Promise<unknown>;
  acknowledgeFindings(said: { kind: string; reason: string }, headers: IdempotencyHeaders): Promise<unknown>;
  business(): Promise<OwnBusiness>;
  publishDetails(
    given: { after: number; details: BusinessDetails },
    headers: IdempotencyHeaders,
  ): Promise<unknown>;
  document(which: {
    document: DocumentKind;
    version?: number;
  }): Promise<{ text_ko: string; text_en: string }>;
  publishDocument(
    given: { document: DocumentKind; after: number; in_force_at: string; text_ko: string; text_en: string },
    headers: IdempotencyHeaders,
  ): Promise<unknown>;
  uploadPicture(base64: string, headers: IdempotencyHeaders): Promise<{ picture_id: string }>;
  audit(page: {
    before?: string;
    limit: number;
    login?: string;
    action?: string;
    from?: string;
    until?: string;
    without_own_readings?: boolean;
  }): Promise<{ lines: AuditLine[] }>;
};
