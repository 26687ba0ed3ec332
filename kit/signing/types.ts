import type { PartyKey } from './keys.ts';

export type Headers = Record<string, string>;

/** The parts of a request that a signature can cover; `url` is the absolute target URI. */
export type RequestHead = { method: string; url: string; headers: Headers };

export type ResponseHead = { status: number; headers: Headers };

/** Why a message is refused, in order of precedence; a replayed nonce comes after these. */
export type SignatureProblem =
  | 'signature_missing'
  | 'signature_invalid'
  | 'signature_stale'
  | 'content_digest_mismatch';

export type NotVerified = { ok: false; code: SignatureProblem };

/** A message signed by another server, complete enough to be verified on its own years later: a row of `signed_messages`. */
export type Evidence = {
  direction: 'received_request' | 'received_response';
  party: string;
  keyid: string;
  method: string;
  target_uri: string;
  status: number | null;
  /** The covered headers and the signature itself. Others are left out, since they may contain secrets. */
  headers: Headers;
  /** For a response: the same headers of our request. */
  request_headers: Headers | null;
  body: Buffer;
  received_at: Date;
};

export type VerifiedRequest = {
  ok: true;
  key: PartyKey;
  nonce: string;
  created: Date;
  /** Until then the signature would be accepted again, so its nonce must be stored until then. */
  expires: Date;
  evidence: Evidence;
};

/** The server that made a request, and its message, to be stored with whatever the request caused. */
export type PeerCaller = { party: string; role: string; keyid: string; evidence: Evidence };

declare module 'fastify' {
  interface FastifyRequest {
    peer?: PeerCaller;
  }
  interface FastifyContextConfig {
    /** Roles of the servers that may call this route. */
    callers?: readonly string[];
    /** The body is stored as it was signed, whatever text is in it: with NUL, say, or with a member twice. */
    takesAnyJson?: boolean;
  }
}
