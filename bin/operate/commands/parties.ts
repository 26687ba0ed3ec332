import { parseArgs } from 'node:util';
import { systemClock } from '../../../kit/clock.ts';
import { COMMON_SETTINGS } from '../../../kit/common-settings.ts';
import { ConfigError, readSettings } from '../../../kit/config.ts';
import { putParty } from '../../../kit/signing/edit-parties.ts';
import { loadParties, loadSigningKey } from '../../../kit/signing/index.ts';
import { fingerprintOf, type PartyCard, partyCard } from '../../../kit/signing/party-card.ts';
import { argumentsOrExit } from '../../options/options.ts';
import { ENV_HELP, ENV_OPTION, environmentOf, roleOf } from '../arguments.ts';
import { ask } from '../ask.ts';
import { cardFrom, refuseMisfit } from '../parties/cards.ts';
import { exchangeWords, isConfirmed, isFingerprint } from '../parties/confirm.ts';
import { describeParties } from '../parties/list.ts';
import { refreshParties } from '../parties/refresh.ts';

const USAGE = `npx seonmul parties <what> <server> [--env FILE]

  show                  our card: who we are, where, and our public keys; with its fingerprint
  list                  whom PARTIES_FILE permits, with which keys
  exchange WHERE        takes in another owner's card: from the address of their server, or a file that they sent. You
                        compare its fingerprint with them on the telephone, and they do the same with ours
  refresh               takes in new keys of those who are permitted, which they have signed with one that we know

A running server takes up the changed list by itself within some seconds.

${ENV_HELP}
  --fingerprint DIGITS  for programs: the whole fingerprint, instead of being asked`;
const OPTIONS = { ...ENV_OPTION, fingerprint: { type: 'string' } } as const;
const VERBS = ['show', 'list', 'exchange', 'refresh'] as const;

const { verb, role, where, fingerprint, signingKeyFile, partiesFile, publicUrl } = argumentsOrExit((args) => {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [given, server, place] = positionals;
  const asked = VERBS.find((name) => name === given);
  if (asked === undefined) throw new Error(`What can be done is: ${VERBS.join(', ')}.`);
  if ((asked === 'exchange') !== (place !== undefined))
    throw new Error('exchange, and only that, is with somebody.');
  const { signingKeyFile: key, partiesFile: parties, publicUrl: url } = COMMON_SETTINGS;
  const needed = { signingKeyFile: key, partiesFile: parties, publicUrl: url };
  return {
    ...{ verb: asked, role: roleOf(server), where: place ?? '', fingerprint: values.fingerprint },
    ...readSettings(needed, environmentOf(values.env)),
  };
}, USAGE);

try {
  process.exit(await run());
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(2);
}

async function run(): Promise<number> {
  const own = partyCard(loadSigningKey(signingKeyFile), { role, base_url: publicUrl });
  switch (verb) {
    case 'show':
      console.log(JSON.stringify(own, null, 2));
      // Not part of the file that somebody sends.
      console.error(`Fingerprint: ${fingerprintOf(own)}`);
      return 0;
    case 'list':
      for (const line of describeParties(loadParties(partiesFile), systemClock())) console.log(line);
      return 0;
    case 'refresh': {
      const refreshed = await refreshParties(partiesFile, systemClock());
      for (const { party, changes, problem } of refreshed)
        console.log(`${party}: ${problem ?? (changes.join(', ') || 'nothing new')}`);
      return refreshed.every(({ problem }) => problem === undefined) ? 0 : 1;
    }
    case 'exchange':
      return exchangeWith(own);
  }
}

async function exchangeWith(own: PartyCard): Promise<number> {
  const card = await cardFrom(where);
  refuseMisfit(role, own, card);
  const say = exchangeWords(process.env);
  const terminal = { say: (line: string) => console.error(line), ask };
  const isRight =
    fingerprint === undefined
      ? await isConfirmed({ card, own, say }, terminal)
      : isFingerprint(card, fingerprint);
  if (!isRight) {
    console.error(say('exchange.wrong', {}));
    return 1;
  }
  const changes = putParty(partiesFile, card, systemClock());
  for (const change of changes) console.log(change);
  if (changes.length === 0) console.log(say('exchange.nothing_new', { party: card.party }));
  return 0;
}
