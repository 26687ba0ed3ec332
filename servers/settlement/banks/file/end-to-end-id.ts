/** An id as it goes to banks, who take 35 characters at most: a UUID without its hyphens. */
export function toBankId(id: string): string {
  return id.replaceAll('-', '');
}

/** The id that one of ours went to the bank as; undefined if it can't be ours. */
export function fromBankId(text: string): string | undefined {
  const parts = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(
    text.toLowerCase(),
  );
  return parts?.slice(1).join('-');
}
