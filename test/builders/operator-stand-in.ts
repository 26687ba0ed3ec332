import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWK, jwtVerify } from 'jose';
import { CAMARA_PATHS } from '../../contracts/carrier-camara.ts';
import { camaraCarrier } from '../../servers/management/carriers/camara/camara-carrier.ts';
import type { Carrier } from '../../servers/management/carriers/port.ts';
import { CAMARA_FILES, hasCamara, type OfficialDocument, officialDocument } from './camara-documents.ts';
import { closeServer, listen, portOf } from './signed-server.ts';

/** Somebody's number at an operator. */
export type Subscription = { name?: string; recycled?: boolean; swapped?: boolean };
/** What goes wrong with the next requests. */
export type Fault =
  | { status: number; body: string }
  | 'hangs'
  | 'drops'
  /** The access token has become invalid. */
  | 'token_ended';

/** A mobile operator as its adapter meets it over HTTP, for tests of the port. */
export type OperatorStandIn = {
  carrier: Carrier;
  numbers: Map<string, Subscription>;
  /** With which status it says that a number is another operator's. */
  elsewhere: 404 | 422;
  faults: Fault[];
  /** How many questions it was asked, faults included, and how many tokens it gave. */
  asked: number;
  tokens: number;
  /** What a request or an answer has that the official document does not allow. */
  undocumented: string[];
  close(): Promise<void>;
};

const APIS: readonly [string, keyof typeof CAMARA_FILES, string, (found: Subscription) => object][] = [
  [CAMARA_PATHS.fillIn, 'fillIn', '/fill-in', ({ name }) => (name === undefined ? {} : { name })],
  [
    CAMARA_PATHS.recycling,
    'recycling',
    '/check',
    (found) => ({ phoneNumberRecycled: found.recycled ?? false }),
  ],
  [CAMARA_PATHS.simSwapCheck, 'simSwap', '/check', ({ swapped }) => ({ swapped: swapped ?? false })],
];

/** An operator that speaks CAMARA, made from its official documents where those are at hand. */
export async function aCamaraOperator(
  name = 'kt',
  { timeoutMs = 20_000, inFlight = 4 } = {},
): Promise<OperatorStandIn> {
  const pair = await generateKeyPair('ES256', { extractable: true });
  const keys = createLocalJWKSet({
    keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'c1', alg: 'ES256' } as JWK],
  });
  const documents = new Map<string, OfficialDocument>();
  if (hasCamara())
    for (const file of Object.values(CAMARA_FILES)) documents.set(file, officialDocument(file));
  const tokens = new Set<string>();
  const used = new Set<unknown>();
  let tokenUrl = '';

  async function issue(form: string): Promise<[number, object]> {
    const given = new URLSearchParams(form);
    const { payload } = await jwtVerify(given.get('client_assertion') ?? '', keys, {
      issuer: 'our-id',
      subject: 'our-id',
      audience: tokenUrl,
      requiredClaims: ['jti', 'exp', 'iat'],
    });
    if (used.has(payload.jti) || given.get('grant_type') !== 'client_credentials')
      return [400, { error: 'invalid_grant', error_description: '' }];
    used.add(payload.jti);
    const token = randomUUID();
    tokens.add(token);
    standIn.tokens += 1;
    return [200, { access_token: token, token_type: 'Bearer', expires_in: 300 }];
  }

  function answerTo(url: string, authorization: string, body: string): [number, object] {
    const api = APIS.find(([path]) => path === url);
    if (api === undefined) return [404, { status: 404, code: 'NOT_FOUND', message: 'No such API.' }];
    const [, file, path, found] = api;
    const document = documents.get(CAMARA_FILES[file]);
    const json: { phoneNumber: string } = JSON.parse(body);
    standIn.undocumented.push(...(document?.request(path, json) ?? []));
    const answer = ((): [number, object] => {
      if (!tokens.has(authorization.replace('Bearer ', '')))
        return [401, { status: 401, code: 'UNAUTHENTICATED', message: 'Not authenticated.' }];
      const subscription = standIn.numbers.get(json.phoneNumber);
      if (subscription !== undefined) return [200, found(subscription)];
      return standIn.elsewhere === 404 || file === 'recycling'
        ? [404, { status: 404, code: 'IDENTIFIER_NOT_FOUND', message: 'Phone number not found.' }]
        : [422, { status: 422, code: 'SERVICE_NOT_APPLICABLE', message: 'Not available for this number.' }];
    })();
    standIn.undocumented.push(...(document?.answer(path, ...answer) ?? []));
    return answer;
  }

  const server: Server = await listen((request, response) => {
    void (async () => {
      const body = await textOf(request);
      const send = (status: number, json: string) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(json);
      if (request.url === CAMARA_PATHS.token) {
        const [status, json] = await issue(body);
        return send(status, JSON.stringify(json));
      }
      standIn.asked += 1;
      const fault = standIn.faults.shift();
      if (fault === 'hangs') return;
      if (fault === 'drops') return request.socket.destroy();
      if (fault === 'token_ended') tokens.clear();
      if (typeof fault === 'object') return send(fault.status, fault.body);
      const [status, json] = answerTo(request.url ?? '', request.headers.authorization ?? '', body);
      return send(status, JSON.stringify(json));
    })();
  });
  const apiUrl = `http://127.0.0.1:${portOf(server)}`;
  tokenUrl = `${apiUrl}${CAMARA_PATHS.token}`;
  const standIn: OperatorStandIn = {
    carrier: camaraCarrier({
      name,
      apiUrl,
      tokenUrl,
      clientId: 'our-id',
      privateJwk: { ...(await exportJWK(pair.privateKey)), kid: 'c1' },
      timeoutMs,
      inFlight,
      timeZone: 'Asia/Seoul',
      clock: () => new Date(),
    }),
    numbers: new Map(),
    elsewhere: 422,
    faults: [],
    asked: 0,
    tokens: 0,
    undocumented: [],
    close: () => closeServer(server),
  };
  return standIn;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
