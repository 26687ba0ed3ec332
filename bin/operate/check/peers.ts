import { type Clock, SECOND_MS } from '../../../kit/clock.ts';
import { exchange } from '../../../kit/http/exchange.ts';
import { type Party, type SigningKey, signedFetch } from '../../../kit/signing/index.ts';
import { currentTraceparent } from '../../../kit/trace.ts';
import { type Finding, fine, wrong } from './findings.ts';

/** No server has it: whoever knows our key answers that there is no such path, and signs that. */
const NO_SUCH_PATH = '/v1/peer/check';
const PATIENCE_MS = 10 * SECOND_MS;
/** Signatures of five seconds ahead are refused. */
const SKEW_MS_MAX = 3 * SECOND_MS;

/** Whether another server is reached, knows our key, signs with one that we know, and has the same time. */
export async function checkPeer(
  { signingKey, clock }: { signingKey: SigningKey; clock: Clock },
  party: Party,
): Promise<Finding[]> {
  const [problem, skew] = await Promise.all([whyNotHeard(signingKey, party, clock), skewOf(party, clock)]);
  const about = `${party.party} at ${party.base_url}`;
  const time = `clock, compared with ${party.party}`;
  return [
    problem === undefined ? fine(about) : wrong(about, problem),
    ...(skew === undefined ? [] : [skew > SKEW_MS_MAX ? wrong(time, skewProblem(skew)) : fine(time)]),
  ];
}

/** What is wrong between us and another server; undefined if it knows the key and signs with one that we know. */
export async function whyNotHeard(key: SigningKey, party: Party, clock: Clock): Promise<string | undefined> {
  const answer = await signedFetch({
    ...{ key, party, clock },
    method: 'GET',
    path: NO_SUCH_PATH,
    timeout_ms: PATIENCE_MS,
    traceparent: currentTraceparent(),
  });
  if (answer.kind === 'unknown') return whyUnknown(answer.reason, party);
  const code =
    typeof answer.json === 'object' && answer.json !== null && 'code' in answer.json ? answer.json.code : '';
  if (answer.status === 404) return undefined;
  if (code === 'signature_invalid')
    return `does not know our key ${key.keyid}: give its owner what \`npx seonmul parties show\` prints.`;
  if (code === 'signature_stale')
    return 'finds our signature too old or from the future: set this machine’s clock by NTP.';
  return `answers ${answer.status} ${String(code)}.`;
}

/** Whether answers of our own server, asked at its public address, arrive other than it signed them. */
export async function isChangedOnTheWay(
  key: SigningKey,
  { role, base_url }: { role: string; base_url: string },
  clock: Clock,
): Promise<boolean> {
  const { party, keyid, publicJwk } = key;
  const valid_from = new Date(0).toISOString();
  const answer = await signedFetch({
    ...{ key, clock, method: 'GET', path: NO_SUCH_PATH, timeout_ms: PATIENCE_MS },
    party: { party, role, base_url, keys: [{ keyid, public_jwk: publicJwk, valid_from }] },
    traceparent: currentTraceparent(),
  });
  // It refuses us, since nobody is permitted to themselves, and signs that.
  return answer.kind === 'unknown' && /^answer_(signature_(missing|invalid)|content_)/.test(answer.reason);
}

function whyUnknown(reason: string, { party }: Party): string {
  if (reason === 'answer_signature_missing')
    return 'something answers there that does not sign, such as a proxy that does not reach the server.';
  if (reason === 'answer_signature_invalid')
    return `answers with a key that PARTIES_FILE does not have for ${party}: npx seonmul parties exchange`;
  if (reason === 'answer_signature_stale')
    return 'signs with another time than ours: set both clocks by NTP.';
  if (reason === 'answer_content_digest_mismatch')
    return 'its answer was changed on the way: nothing in between may compress or rewrite answers.';
  return `can't be reached (${reason}): is it running, and is base_url in PARTIES_FILE right?`;
}

/** How far our clock is from the other server's; undefined if that does not say. */
async function skewOf(party: Party, clock: Clock): Promise<number | undefined> {
  const url = `${party.base_url.replace(/\/$/, '')}/livez`;
  const sentAt = clock().getTime();
  const answer = await exchange(
    { method: 'GET', url, headers: {}, body: undefined },
    PATIENCE_MS,
    65_536,
  ).catch(() => undefined);
  const theirs = Date.parse(answer?.headers.date ?? '');
  if (Number.isNaN(theirs)) return undefined;
  const receivedAt = clock().getTime();
  // The header has whole seconds, and was written at some moment between the two.
  return Math.max(0, theirs - receivedAt, sentAt - (theirs + SECOND_MS));
}

function skewProblem(skew_ms: number): string {
  return `they differ by ${Math.round(skew_ms / SECOND_MS)} seconds, and signatures are refused from 5 on: set this machine’s clock by NTP.`;
}
