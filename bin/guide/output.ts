const ANY = '…';

/**
 * Whether something printed what a page shows. In the page, `…` stands for anything within a line, and a line of nothing else for
 * any number of lines.
 */
export function isAsShown(shown: string, printed: string): boolean {
  const pattern = shown
    .trimEnd()
    .split('\n')
    .map((line) =>
      line.trim() === ANY ? '(?:.*\n)*?' : `${line.trimEnd().split(ANY).map(escaped).join('.*')}\n`,
    )
    .join('');
  const lines = printed.split('\n').map((line) => line.trimEnd());
  return new RegExp(`^${pattern}$`).test(`${lines.join('\n').trimEnd()}\n`);
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
