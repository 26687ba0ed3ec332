const PLAIN = /^[0-9A-Za-z_.:+-]+$/;
const ESCAPED = /["\\]/g;

/**
 * An array as PostgreSQL reads it, `{1,2,NULL}`, where its items are texts, numbers, times or null; undefined for others, which
 * the driver writes. The driver would quote and search every item twice, which for sets of thousands is most of what a
 * statement takes here.
 */
export function arrayText(items: readonly unknown[]): string | undefined {
  let text = '{';
  let separator = '';
  for (const item of items) {
    const written = itemText(item);
    if (written === undefined) return undefined;
    text += separator + written;
    separator = ',';
  }
  return `${text}}`;
}

function itemText(item: unknown): string | undefined {
  if (item === null) return 'NULL';
  if (typeof item === 'string') return quoted(item);
  if (typeof item === 'bigint' || typeof item === 'number' || typeof item === 'boolean') return String(item);
  return item instanceof Date ? `"${item.toISOString()}"` : undefined;
}

function quoted(text: string): string {
  // NULL without quotes is no text.
  if (PLAIN.test(text) && text.length !== 'NULL'.length) return text;
  return text.includes('"') || text.includes('\\') ? `"${text.replace(ESCAPED, '\\$&')}"` : `"${text}"`;
}
