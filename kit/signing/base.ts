import { parseDictionary, serializeInnerList, serializeItem } from 'structured-headers';
import type { RequestHead, ResponseHead } from './types.ts';

/** A component identifier such as `"@method";req`. */
const COMPONENT = /^"(@?[a-z0-9-]+)"(;req)?(?:;key="([a-z0-9_.*-]+)")?$/;
/** A Signature header with one signature of Ed25519. */
const ONE_SIGNATURE = /^([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]{86}==):$/;

/**
 * What is signed (RFC 9421, section 2.5), for the components that our servers cover; undefined if others are covered or one
 * is missing: those are left to the library. `parameters` is the covered components with their parameters, as serialised.
 */
export function signatureBase(
  components: readonly string[],
  parameters: string,
  message: RequestHead | ResponseHead,
  request: RequestHead | undefined,
): Buffer | undefined {
  let base = '';
  for (const component of components) {
    const value = componentValue(component, message, request);
    if (value === undefined) return undefined;
    base += `${component}: ${value}\n`;
  }
  return Buffer.from(`${base}"@signature-params": ${parameters}`);
}

function componentValue(
  component: string,
  message: RequestHead | ResponseHead,
  request: RequestHead | undefined,
): string | undefined {
  const [, name, ofRequest, key] = COMPONENT.exec(component) ?? [];
  const source = ofRequest === undefined ? message : request;
  if (name === undefined || source === undefined) return undefined;
  if (key !== undefined) return name === 'signature' ? signatureUnder(key, source) : undefined;
  if (!name.startsWith('@')) return fieldOf(source, name);
  if (name === '@status') return 'status' in source ? `${source.status}` : undefined;
  return 'url' in source ? ofRequestLine(name, source) : undefined;
}

function ofRequestLine(name: string, { method, url }: RequestHead): string | undefined {
  switch (name) {
    case '@method':
      return method.toUpperCase();
    case '@target-uri':
      return url;
    case '@authority':
      return new URL(url).host;
    case '@path':
      return new URL(url).pathname;
    default:
      return undefined;
  }
}

function fieldOf({ headers }: RequestHead | ResponseHead, name: string): string | undefined {
  const value = headers[name];
  return value === undefined || value.includes('\n') ? undefined : value.trim();
}

/** A member of the Signature header, as it is serialised. */
function signatureUnder(label: string, { headers }: RequestHead | ResponseHead): string | undefined {
  const header = headers.signature ?? '';
  const [, only, base64] = ONE_SIGNATURE.exec(header) ?? [];
  const isSame = base64 !== undefined && Buffer.from(base64, 'base64').toString('base64') === base64;
  if (isSame && only === label) return `:${base64}:`;
  const member = parseDictionary(header).get(label);
  if (member === undefined) return undefined;
  return Array.isArray(member[0]) ? serializeInnerList(member) : serializeItem(member);
}
