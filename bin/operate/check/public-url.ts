import { type Clock, SECOND_MS } from '../../../kit/clock.ts';
import { exchange } from '../../../kit/http/exchange.ts';
import type { SigningKey } from '../../../kit/signing/index.ts';
import { PARTY_CARD_PATH } from '../../../kit/signing/party-card.ts';
import type { ServerRole } from '../../stack/roles.ts';
import { shownIn } from '../parties/cards.ts';
import { type Finding, fine, wrong } from './findings.ts';
import { isChangedOnTheWay } from './peers.ts';

const PATIENCE_MS = 10 * SECOND_MS;
const BYTES_MAX = 64 * 1024;

/** Whether `PUBLIC_URL` leads to this server, through whatever is in front of it, and answers come back as they were sent. */
export async function checkPublicUrl(
  { signingKey, clock }: { signingKey: SigningKey; clock: Clock },
  role: ServerRole,
  publicUrl: string,
): Promise<Finding> {
  const about = `PUBLIC_URL ${publicUrl}`;
  const problem = await whyNotOurs({ signingKey, clock }, role, publicUrl);
  return problem === undefined ? fine(about) : wrong(about, problem);
}

async function whyNotOurs(
  { signingKey, clock }: { signingKey: SigningKey; clock: Clock },
  role: ServerRole,
  publicUrl: string,
): Promise<string | undefined> {
  // The carrier signs nothing and has no card.
  const path = role === 'carrier' ? '/livez' : PARTY_CARD_PATH;
  let failed = '';
  const answer = await exchange(
    { method: 'GET', url: `${publicUrl}${path}`, headers: {}, body: undefined },
    PATIENCE_MS,
    BYTES_MAX,
  ).catch((error: { code?: string; message?: string }) => {
    failed = error.code ?? error.message ?? '';
  });
  if (failed !== '') return `can't be reached (${failed}): ${whatToDo(failed)}`;
  if (answer?.status !== 200)
    return `something answers there, with ${answer?.status ?? 'too much'}: does the proxy reach this server, and is it running?`;
  if (role === 'carrier') return undefined;
  const card = shownIn(answer.body)?.card;
  const isOurs = card?.keys.some(({ keyid }) => keyid === signingKey.keyid) ?? false;
  if (!isOurs) return 'another server answers there, or this one still runs with another signing key.';
  return (await isChangedOnTheWay(signingKey, { role, base_url: publicUrl }, clock))
    ? 'the proxy changes answers on their way, so their signatures do not hold: docs/proxy.md says what it must leave alone.'
    : undefined;
}

function whatToDo(code: string): string {
  if (/CERT|SIGNATURE|ISSUER|SELF_SIGNED|ALTNAME/i.test(code))
    return 'its certificate is not for this name, has expired, or is by nobody whom this machine trusts.';
  if (/ENOTFOUND|EAI_/.test(code)) return 'the name is not known: an entry in the DNS is missing.';
  return 'is the proxy running, and does the firewall let this machine in?';
}
