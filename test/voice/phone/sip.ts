import { randomBytes } from 'node:crypto';

/** The parts of a SIP message (RFC 3261) that a telephone needs. Header names are in lower case. */
export type SipMessage = {
  /** 0 for a request. */
  status: number;
  method: string;
  /** Of a request: its target. */
  uri: string;
  headers: ReadonlyMap<string, readonly string[]>;
  body: string;
};

export function readSip(datagram: Buffer): SipMessage | undefined {
  const [head = '', body = ''] = datagram.toString('utf8').split(/\r\n\r\n(.*)/s);
  const [first = '', ...lines] = head.split('\r\n');
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), value]);
  }
  const status = Number(/^SIP\/2\.0 (\d{3})/.exec(first)?.[1] ?? 0);
  const [, requested = '', uri = ''] = /^([A-Z]+) (\S+) SIP\/2\.0$/.exec(first) ?? [];
  const method = status > 0 ? (headers.get('cseq')?.[0]?.split(' ')[1] ?? '') : requested;
  return method === '' ? undefined : { status, method, uri, headers, body };
}

export function header(message: SipMessage, name: string): string {
  return message.headers.get(name)?.[0] ?? '';
}

export function writeSip(first: string, headers: readonly (readonly [string, string])[], body = ''): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  return [first, ...lines, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n');
}

/** A response repeats the headers that identify its request. */
export function answerTo(
  request: SipMessage,
  status: string,
  { tag, more = [], body = '' }: { tag?: string; more?: [string, string][]; body?: string } = {},
): string {
  const to = header(request, 'to');
  return writeSip(
    `SIP/2.0 ${status}`,
    [
      ...(request.headers.get('via') ?? []).map((via) => ['Via', via] as const),
      ['From', header(request, 'from')],
      ['To', tag === undefined || to.includes(';tag=') ? to : `${to};tag=${tag}`],
      ['Call-ID', header(request, 'call-id')],
      ['CSeq', header(request, 'cseq')],
      ...more,
    ],
    body,
  );
}

/** The SDP of a phone: G.711 µ-law, and keys as events of RFC 4733. */
export function soundOffer(port: number): string {
  return [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    'c=IN IP4 127.0.0.1',
    't=0 0',
    `m=audio ${port} RTP/AVP 0 ${KEY_PAYLOAD}`,
    'a=rtpmap:0 PCMU/8000',
    `a=rtpmap:${KEY_PAYLOAD} telephone-event/8000`,
    `a=fmtp:${KEY_PAYLOAD} 0-16`,
    'a=ptime:20',
    '',
  ].join('\r\n');
}

/** Asterisk's default for keys; with another number it ignores keys in calls that it places. */
export const KEY_PAYLOAD = 101;

export function soundPlace(sdp: string): { host: string; port: number } {
  return {
    host: /^c=IN IP4 (\S+)/m.exec(sdp)?.[1] ?? '127.0.0.1',
    port: Number(/^m=audio (\d+)/m.exec(sdp)?.[1] ?? 0),
  };
}

export function token(): string {
  return randomBytes(6).toString('hex');
}

export const newBranch = (): string => `z9hG4bK${token()}`;
