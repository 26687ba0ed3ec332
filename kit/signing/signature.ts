import { sign, verify } from 'node:crypto';
import { httpbis } from 'http-message-signatures';
import {
  type Dictionary,
  isInnerList,
  parseDictionary,
  serializeInnerList,
  serializeItem,
} from 'structured-headers';
import { signatureBase } from './base.ts';
import type { PartyKey, SigningKey } from './keys.ts';
import type { Headers, NotVerified, RequestHead, ResponseHead } from './types.ts';

/** A signature is accepted for a minute, and the signer's clock may be five seconds ahead of ours. */
export const SIGNATURE_AGE_MS_MAX = 60_000;
export const CLOCK_AHEAD_MS_MAX = 5_000;
export const LABEL = 'sig1';
/** Marks our signatures among others on a message (RFC 9421, section 2.3). Other signers need not use it. */
const TAG = 'seonmul';
const ALGORITHM = 'ed25519';
const ED25519_BYTES = 64;

/** A signature's own parameters in Signature-Input. `components` are identifiers such as `"@method";req`. */
export type StatedSignature = {
  label: string;
  components: readonly string[];
  keyid: string;
  created: Date;
  expires: Date | undefined;
  nonce: string | undefined;
  /** The components with their parameters, as they are signed. */
  parameters: string;
  signature: Buffer;
};

export type CheckedSignature = { ok: true; key: PartyKey; stated: StatedSignature };

const INVALID: NotVerified = { ok: false, code: 'signature_invalid' };

/** The headers of a message of ours with its signature (RFC 9421, Ed25519) over these components. */
export function signMessage(
  key: SigningKey,
  components: readonly string[],
  { created, nonce }: { created: Date; nonce?: string },
  message: RequestHead | ResponseHead,
  request?: RequestHead,
): Headers {
  const stated = [
    `created=${Math.floor(created.getTime() / 1_000)}`,
    `keyid=${serializeItem(key.keyid)}`,
    ...(nonce === undefined ? [] : [`nonce=${serializeItem(nonce)}`]),
    `alg="${ALGORITHM}"`,
    `tag="${TAG}"`,
  ];
  const parameters = `(${components.join(' ')});${stated.join(';')}`;
  const base = signatureBase(components, parameters, message, request);
  if (base === undefined) throw new Error(`A message has not all of ${components.join(' ')}.`);
  const signature = sign(null, base, key.privateKey).toString('base64');
  return {
    ...message.headers,
    signature: `${LABEL}=:${signature}:`,
    'signature-input': `${LABEL}=${parameters}`,
  };
}

/**
 * Verifies the one signature by a known key, and that it covers what is required. The caller checks its age. Label, order
 * and further components are the signer's choice. Signatures by unknown keys (of a proxy, say) are ignored, as RFC 9421,
 * section 3.2, allows. Two by known keys are refused, because the sender would be ambiguous.
 */
export async function checkSignature(checked: {
  message: RequestHead | ResponseHead;
  /** The request that a response answers. */
  request: RequestHead | undefined;
  required: readonly string[];
  keyOf: (keyid: string) => PartyKey | undefined;
}): Promise<CheckedSignature | NotVerified> {
  const { message, request, required, keyOf } = checked;
  const { signature, 'signature-input': input } = message.headers;
  if (signature === undefined || input === undefined) return { ok: false, code: 'signature_missing' };
  const parsed = signaturesOf(message.headers);
  if (parsed === undefined) return INVALID;
  const { inputs, signatures } = parsed;

  const ofKnown = [...inputs.keys()].flatMap((label) => {
    const key = keyOf(keyidOf(inputs, label));
    return key === undefined ? [] : [{ label, key }];
  });
  const [only] = ofKnown;
  if (only === undefined || ofKnown.length > 1) return INVALID;
  const { label, key } = only;
  const stated = readStated(inputs, signatures, label);
  if (stated === undefined) return INVALID;
  if (!required.every((component) => stated.components.includes(component))) return INVALID;
  return (await isSignatureValid(message, request, key, stated)) ? { ok: true, key, stated } : INVALID;
}

/** Checks that a signature is fresh, and that its key was valid at signing and is valid now. */
export function checkFreshness({ key, stated }: CheckedSignature, now: Date): NotVerified | undefined {
  const { created, expires } = stated;
  if (!isValidAt(key, created) || !isValidAt(key, now)) return INVALID;
  const ageMs = now.getTime() - created.getTime();
  const fresh = ageMs <= SIGNATURE_AGE_MS_MAX && ageMs >= -CLOCK_AHEAD_MS_MAX;
  return fresh && (expires === undefined || now < expires)
    ? undefined
    : { ok: false, code: 'signature_stale' };
}

/** Whether a key is valid at a time, with the tolerance for a signer's clock. */
export function isValidAt({ validFrom, validUntil }: PartyKey, at: Date): boolean {
  return (
    at.getTime() >= validFrom.getTime() - CLOCK_AHEAD_MS_MAX && (validUntil === undefined || at < validUntil)
  );
}

/** The first label whose signature a response can refer to; undefined if the request's signature is missing or broken. */
export function usableLabel(headers: Headers): string | undefined {
  const parsed = signaturesOf(headers);
  return (
    parsed &&
    [...parsed.inputs.keys()].find((label) => parsed.signatures.get(label)?.[0] instanceof ArrayBuffer)
  );
}

/** The headers that a signature covers, and the signature itself: all that later verification needs. */
export function coveredHeaders(headers: Headers, components: readonly string[], ofRequest = false): Headers {
  const names = new Set(['signature', 'signature-input']);
  for (const component of components) {
    const [, name = '', parameters = ''] = /^"([^"]*)"(.*)$/.exec(component) ?? [];
    const isOfRequest = parameters.split(';').includes('req');
    if (isOfRequest === ofRequest && !name.startsWith('@')) names.add(name);
  }
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.has(name)));
}

/** The components covered by the signatures of a message that we made. */
export function componentsOf(headers: Headers): string[] {
  return [...(signaturesOf(headers)?.inputs.values() ?? [])].flatMap((member) =>
    isInnerList(member) ? member[0].map((item) => serializeItem(item)) : [],
  );
}

/** Signatures over what our servers cover are verified here, which costs a fraction; any other one by the library. */
async function isSignatureValid(
  message: RequestHead | ResponseHead,
  request: RequestHead | undefined,
  key: PartyKey,
  { components, parameters, signature }: StatedSignature,
): Promise<boolean> {
  try {
    const base = signatureBase(components, parameters, message, request);
    if (base !== undefined) return verify(null, base, key.publicKey, signature);
    return await isValidByLibrary(message, request, key);
  } catch {
    // Neither can build a signature base if a covered header is missing, say.
    return false;
  }
}

async function isValidByLibrary(
  message: RequestHead | ResponseHead,
  request: RequestHead | undefined,
  key: PartyKey,
): Promise<boolean> {
  const config = {
    // The library checks `created` and `expires` by the machine's clock. Ours is passed in, so these two disable
    // those checks.
    notAfter: Number.MAX_SAFE_INTEGER,
    tolerance: Number.MAX_SAFE_INTEGER,
    keyLookup: async ({ keyid }: { keyid?: string }) =>
      keyid === key.keyid
        ? {
            id: key.keyid,
            algs: [ALGORITHM],
            verify: async (base: Buffer, signature: Buffer) => verify(null, base, key.publicKey, signature),
          }
        : null,
  };
  const verified =
    'status' in message
      ? await httpbis.verifyMessage(config, message, request)
      : await httpbis.verifyMessage(config, message);
  return verified === true;
}

/** Reads one signature strictly: anything ambiguous is refused, because the two sides could read it differently. */
function readStated(inputs: Dictionary, signatures: Dictionary, label: string): StatedSignature | undefined {
  const input = inputs.get(label);
  const bytes = signatures.get(label)?.[0];
  if (input === undefined || !isInnerList(input)) return undefined;
  if (!(bytes instanceof ArrayBuffer) || bytes.byteLength !== ED25519_BYTES) return undefined;

  const [items, parameters] = input;
  const clear = items.every(
    ([name]) => typeof name === 'string' && name === name.toLowerCase() && name !== '@signature-params',
  );
  const components = items.map((item) => serializeItem(item));
  if (!clear || new Set(components).size !== components.length) return undefined;

  const algorithm = parameters.get('alg');
  const keyid = parameters.get('keyid');
  const nonce = parameters.get('nonce');
  const created = secondsOf(parameters.get('created'));
  const expires = secondsOf(parameters.get('expires'));
  if (algorithm !== undefined && algorithm !== ALGORITHM) return undefined;
  if (typeof keyid !== 'string' || created === undefined) return undefined;
  if (nonce !== undefined && typeof nonce !== 'string') return undefined;
  if (parameters.has('expires') && expires === undefined) return undefined;
  const signed = { parameters: serializeInnerList(input), signature: Buffer.from(bytes) };
  return { label, components, keyid, created, expires, nonce, ...signed };
}

function secondsOf(value: unknown): Date | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return undefined;
  const at = new Date(value * 1_000);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

function keyidOf(inputs: Dictionary, label: string): string {
  const keyid = inputs.get(label)?.[1].get('keyid');
  return typeof keyid === 'string' ? keyid : '';
}

type Signatures = { inputs: Dictionary; signatures: Dictionary };
/** A message's headers are looked at several times. */
const known = new WeakMap<Headers, Signatures | 'broken'>();

function signaturesOf(headers: Headers): Signatures | undefined {
  const parsed = known.get(headers) ?? parseSignatures(headers);
  known.set(headers, parsed);
  return parsed === 'broken' ? undefined : parsed;
}

function parseSignatures({ signature = '', 'signature-input': input = '' }: Headers): Signatures | 'broken' {
  try {
    return { inputs: parseDictionary(input), signatures: parseDictionary(signature) };
  } catch {
    return 'broken';
  }
}
