import { Unexpected } from '../doors.ts';

/** Where a browser is sent on to that opens this address. */
export async function sentOnFrom(address: string): Promise<string> {
  const answer = await fetch(address, { redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location === null) throw new Unexpected(`${address} leads nowhere: ${answer.status}`);
  return location;
}

/**
 * The parameters of the provider's element in the page behind a card session's link, and the address at which the browser comes
 * back with what the element gave it.
 */
export async function elementBehind(
  link: string,
): Promise<{ parameters: Record<string, string>; comeBack: (query: Record<string, string>) => string }> {
  const page = await (await fetch(link)).text();
  const written = /data-parameters="([^"]*)"/.exec(page)?.[1];
  if (written === undefined) throw new Unexpected(`${link} has no element at which a card is entered`);
  const parameters: Record<string, string> = JSON.parse(
    written
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&'),
  );
  return {
    parameters,
    comeBack(query) {
      const url = new URL(parameters.return_url ?? '');
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      return url.href;
    },
  };
}
