/** The Contact Picker, which some browsers of phones have. */
type ContactsManager = {
  select(
    properties: readonly ['tel'],
    options: { multiple: false },
  ): Promise<readonly { tel?: readonly string[] }[]>;
};

function contacts(): ContactsManager | undefined {
  return 'contacts' in navigator ? (navigator.contacts as ContactsManager) : undefined;
}

export function canPickContact(): boolean {
  return contacts() !== undefined;
}

/** The number of whom somebody chose from their own contacts; nothing when they chose nobody. */
export async function pickContact(): Promise<string | undefined> {
  const chosen = await contacts()
    ?.select(['tel'], { multiple: false })
    .catch(() => []);
  return chosen?.[0]?.tel?.[0];
}
