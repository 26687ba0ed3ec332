import type { Once } from '../verb.ts';

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

/** A server's door for its staff (`kit/staff/routes.ts`), called as that server's own schemas say. */
export type StaffDoor<Role extends StaffRole> = {
  roles: readonly Role[];
  /** Who adds and ends the others. */
  keeper: Role;
  logIn(credentials: { login: string; password: string }): Promise<{ staff: Staff<Role> }>;
  logOut(): Promise<unknown>;
  who(): Promise<{ staff: Staff<Role> }>;
  people(): Promise<{ staff: Staff<Role>[] }>;
  add(staff: NewStaff<Role>, once: Once): Promise<Staff<Role>>;
  end(staffId: string, once: Once): Promise<unknown>;
  audit(page: { before?: string; limit: number }): Promise<{ lines: AuditLine[] }>;
};
