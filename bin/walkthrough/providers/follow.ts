import { Unexpected } from '../doors.ts';

/** Where a browser is sent on to that opens this address. */
export async function sentOnFrom(address: string): Promise<string> {
  const answer = await fetch(address, { redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location === null) throw new Unexpected(`${address} leads nowhere: ${answer.status}`);
  return location;
}
