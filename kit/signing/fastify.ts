import type { FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/transaction.ts';
import type { App } from '../http/app.ts';
import { keepBodyProblems } from '../http/body.ts';
import { noRouteCode } from '../http/errors.ts';
import { ProblemError } from '../http/problem.ts';
import type { Party, SigningKey } from './keys.ts';
import { claimNonce } from './nonces.ts';
import { type VerifiedHead, verifyRequestBody, verifyRequestHead } from './request.ts';
import { signResponse } from './response.ts';
import type { Headers, PeerCaller } from './types.ts';

export type PeerSigning = {
  signingKey: SigningKey;
  parties: readonly Party[];
  db: Db;
  clock: Clock;
  publicUrl: string;
};

/** Matches every peer path that has no route. */
const NO_ROUTE = '/v1/peer/*';

/**
 * Makes all routes of this (encapsulated) app accept only signed requests of permitted servers, and signs every answer,
 * problems included. The refusals come in the order of `SIGNATURE_REFUSALS`, then those of the body; the signature and its
 * age are checked before the body is read. A route without `config.callers` permits no caller.
 */
export function peerSigning(app: App, { signingKey, parties, db, clock, publicUrl }: PeerSigning): void {
  // Clients sign the normalised URL: lower-case host, no default port.
  const base = new URL(publicUrl).href.replace(/\/$/, '');
  const targetUri = (request: FastifyRequest) => `${base}${request.raw.url ?? ''}`;
  const heads = new WeakMap<FastifyRequest, VerifiedHead>();

  app.decorateRequest('peer');
  keepBodyProblems(app);
  // Before the body is read, so that a stranger's bytes are neither kept nor parsed, and refusals tell strangers nothing.
  app.addHook('onRequest', async (request) => {
    if (!hasRoute(request) && request.headers.signature === undefined) throw new ProblemError('not_found');
    const head = await verifyRequestHead({
      method: request.method,
      targetUri: targetUri(request),
      headers: headersOf(request),
      parties,
      clock,
    });
    if (!head.ok) throw new ProblemError(head.code);
    heads.set(request, head);
  });

  // Before validation.
  app.addHook('preValidation', async (request) => {
    const head = heads.get(request);
    if (head === undefined) throw new ProblemError('signature_missing');
    const verified = verifyRequestBody(head, request.rawBody ?? Buffer.alloc(0));
    if (!verified.ok) throw new ProblemError(verified.code);
    const { key, nonce, expires, evidence } = verified;
    if (!(await claimNonce(db, { keyid: key.keyid, nonce, expires })))
      throw new ProblemError('signature_replayed');
    if (hasRoute(request) && !request.routeOptions.config.callers?.includes(key.role))
      throw new ProblemError('caller_not_permitted');
    if (hasRoute(request) && request.bodyProblem !== undefined) throw request.bodyProblem;
    request.peer = { party: key.party, role: key.role, keyid: key.keyid, evidence };
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const head = heads.get(request);
    const body = Buffer.isBuffer(payload) ? payload : Buffer.from(typeof payload === 'string' ? payload : '');
    const contentType = reply.getHeader('content-type');
    const headers = await signResponse(signingKey, {
      status: reply.statusCode,
      headers: typeof contentType === 'string' ? { 'content-type': contentType } : {},
      body,
      request: head?.head ?? { method: request.method, url: targetUri(request), headers: headersOf(request) },
      label: head?.stated.label,
      clock,
    });
    for (const name of ['content-digest', 'signature', 'signature-input']) reply.header(name, headers[name]);
    return payload;
  });
}

/**
 * Answers unknown peer paths, in the app of `peerSigning`: a signed request gets a signed not_found or method_not_allowed,
 * an unsigned one a bare not_found.
 */
export function answerUnknownPaths(app: App): void {
  app.all(NO_ROUTE, { schema: { hide: true } }, async (request) => {
    throw new ProblemError(noRouteCode(app, request));
  });
}

/** The caller of a route under `peerSigning`. */
export function peerOf(request: FastifyRequest): PeerCaller {
  if (request.peer === undefined) throw new ProblemError('signature_missing');
  return request.peer;
}

function hasRoute(request: FastifyRequest): boolean {
  return request.routeOptions.url !== NO_ROUTE;
}

function headersOf(request: FastifyRequest): Headers {
  const headers: Headers = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}
