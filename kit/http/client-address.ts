import { isIP, isIPv4 } from 'node:net';
import type { FastifyRequest } from 'fastify';

type Addressed = Pick<FastifyRequest, 'ip' | 'socket'>;

/**
 * What limits by address count a client under. An IPv4 address counts whole, also where it is written as IPv6
 * (`::ffff:192.0.2.1`). An IPv6 address counts by its first 64 bits: a household has all the addresses below them. Behind
 * proxies it is the last address that a trusted one reports (TRUSTED_PROXIES); what a proxy reports otherwise counts as
 * the proxy's own.
 */
export function clientAddress(request: Addressed): string {
  return addressKey(wholeAddress(request));
}

/** The same address whole, where it is compared with a range that somebody named, not counted. */
export function wholeAddress({ ip, socket }: Addressed): string {
  return isIP(ip) === 0 ? (socket.remoteAddress ?? '') : ip;
}

/** The same for an address from elsewhere. A text that is no address counts as it is. */
export function addressKey(address: string): string {
  if (isIP(address) !== 6) return address;
  const groups = groupsOf(address);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) {
    const bytes = groups.slice(6).flatMap((group) => [group >> 8, group & 0xff]);
    return bytes.join('.');
  }
  const prefix = groups.slice(0, 4).map((group) => group.toString(16));
  return `${prefix.join(':')}::/64`;
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const first = numbersOf(head);
  if (tail === undefined) return first;
  const last = numbersOf(tail);
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}

function numbersOf(text: string): number[] {
  return text.split(':').flatMap((group) => {
    if (group === '') return [];
    if (!isIPv4(group)) return [Number.parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
    return [a * 256 + b, c * 256 + d];
  });
}
