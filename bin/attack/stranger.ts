import { randomUUID } from 'node:crypto';

export type Answer = { status: number; code: string; body: Record<string, unknown> };

/** Somebody at an address of their own: the servers of the attack believe what a proxy on this machine reports. */
export async function askAs(
  address: string,
  method: string,
  url: string,
  body?: string | object,
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'x-forwarded-for': address,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  }).catch(() => undefined);
  if (response === undefined) return { status: 0, code: 'cut off', body: {} };
  const text = await response.text();
  const json: Record<string, unknown> = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, code: String(json.code ?? response.status), body: json };
}

let number = 0;
/** A mobile that nobody has, and what somebody registers with. */
export function aRegistration(more: Record<string, unknown> = {}) {
  number += 1;
  return {
    name: '아무개',
    email: `stranger-${number}@example.com`,
    mobile: `010-57${String(number).padStart(2, '0').slice(-2)}-${String(number).padStart(4, '0')}`,
    password: 'winter-fog-lantern-2026',
    phone_pin: '620483',
    locale: 'ko',
    preferred_channel: 'sms',
    ...more,
  };
}

/** How often each code was answered, most frequent first: `202 ×5, rate_limited ×55`. */
export function summary(answers: readonly Answer[]): string {
  const counts = new Map<string, number>();
  for (const { code } of answers) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([code, times]) => `${code} ×${times}`)
    .join(', ');
}
