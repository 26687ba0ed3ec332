import type { PartyKey } from './keys.ts';

export type Headers = Record<string, string>;

/** What of a request its signature can cover; `url` is the absolute target URI. */
export type RequestHead = { method: string; url: string; headers: Headers };

export type ResponseHead = { status: number; headers: Headers };

/** Why a message is not taken, in order of precedence; the replay of a nonce comes after these. */
export type SignatureProblem =
  | 'signature_missing'
  | 'signature_invalid'
  | 'signature_stale'
  | 'content_digest_mismatch';

export type NotVerified = { ok: false; code: SignatureProblem };

/** A message that another server signed, whole enough to be checked alone, years later: a row of `signed_messages`. */
export type Evidence = {
  direction: 'received_request' | 'received_response';
  party: string;
  keyid: string;
  method: string;
  target_uri: string;
  status: number | null;
  /** What the signature covers, and the signature itself; other headers may carry secrets. */
  headers: Headers;
  /** For a response: the same of the request of ours that it answers. */
  request_headers: Headers | null;
  body: Buffer;
  received_at: Date;
};

export type VerifiedRequest = {
  ok: true;
  key: PartyKey;
  /** The label of the signature that was checked; the answer's signature is bound to it. */
  label: string;
  nonce: string;
  created: Date;
  /** Until then the signature would be taken again, so until then its nonce must be remembered. */
  expires: Date;
  evidence: Evidence;
};

/** The server that made a request, with its message to store beside what the request caused. */
export type PeerCaller = { party: string; role: string; keyid: string; evidence: Evidence };

declare module 'fastify' {
  interface FastifyRequest {
    peer?: PeerCaller;
  }
  interface FastifyContextConfig {
    /** Roles of the servers that may call this route. */
    callers?: readonly string[];
  }
}
