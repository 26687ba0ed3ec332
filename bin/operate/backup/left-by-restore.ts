/** What a server's database is called while a restore fills it. */
export function fillingName(database: string): string {
  return `${database}_restoring`;
}

/** What the database is called that was there, with the moment at which it was replaced. */
export function beforeName(database: string, now: Date): string {
  return `${database}_before_${now.toISOString().replaceAll(/\D/g, '').slice(0, 14)}`;
}

/** Whether a restore has left it beside a server's database, or was filling it when it was interrupted. */
export function isLeftByRestore(name: string): boolean {
  return /_(?:before_\d{14}|restoring)$/.test(name);
}
