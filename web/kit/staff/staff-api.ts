import type { IdempotencyHeaders } from '../idempotent-mutation.ts';

export type StaffRole = 'owner' | 'clerk' | 'operator' | 'support' | 'auditor';

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

/** What a server offers its staff (`kit/staff/routes.ts`), called through that server's own schemas. */
export type StaffApi<Role extends StaffRole> = {
  roles: readonly Role[];
  /** The role that adds and removes people. */
  admin: Role;
  logIn(credentials: { login: string; password: string }): Promise<{ staff: Staff<Role> }>;
  logOut(): Promise<unknown>;
  current(): Promise<{ staff: Staff<Role> }>;
  people(): Promise<{ staff: Staff<Role>[] }>;
  add(staff: NewStaff<Role>, headers: IdempotencyHeaders): Promise<Staff<Role>>;
  remove(staffId: string, headers: IdempotencyHeaders): Promise<unknown>;
  audit(page: { before?: string; limit: number }): Promise<{ lines: AuditLine[] }>;
};
