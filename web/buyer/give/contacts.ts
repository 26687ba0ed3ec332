/** The Contact Picker API, which some phone browsers have. */
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

/** The phone number of the contact that was picked; undefined when none was. */
export async function pickContact(): Promise<string | undefined> {
  const chosen = await contacts()
    ?.select(['tel'], { multiple: false })
    .catch(() => []);
  return chosen?.[0]?.tel?.[0];
}
