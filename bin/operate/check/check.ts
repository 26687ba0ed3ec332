import { randomBytes } from 'node:crypto';
import { type Clock, systemClock } from '../../../kit/clock.ts';
import { ConfigError, readEachSetting } from '../../../kit/config.ts';
import { tryMailServer } from '../../../kit/mail/smtp.ts';
import { SETTINGS as MANAGEMENT } from '../../../servers/management/config.ts';
import { SETTINGS as SETTLEMENT } from '../../../servers/settlement/config.ts';
import { SETTINGS as SHOP } from '../../../servers/shop/config.ts';
import type { ServerRole } from '../../stack/roles.ts';
import { SERVERS } from '../servers.ts';
import { checkAcquirers } from './acquirers.ts';
import { checkCarriers } from './carriers.ts';
import { checkDatabase } from './database.ts';
import { type Finding, fine, wrong } from './findings.ts';
import { checkPeer } from './peers.ts';
import { checkPublicUrl } from './public-url.ts';
import { checkSettings } from './settings.ts';
import { checkTexts } from './texts.ts';

/** Everything that a server depends on, all at once: its settings, database, peers, operators, acquirers, texts, mail, clock and the way to it. */
export async function checkServer(
  role: ServerRole,
  env: NodeJS.ProcessEnv,
  { isDemo, clock = systemClock }: { isDemo: boolean; clock?: Clock },
): Promise<Finding[]> {
  const { findings, values, signingKey, parties } = checkSettings(role, env, { isDemo });
  const { databaseUrl, publicUrl = '' } = values;
  const outside = await Promise.all([
    databaseUrl ? checkDatabase(databaseUrl, SERVERS[role].schema) : [],
    ...(parties ?? []).map((party) =>
      signingKey === undefined ? [] : checkPeer({ signingKey, clock }, party),
    ),
    checkMessages(role, env, { publicUrl, clock }),
    checkMoney(role, env),
    signingKey === undefined || publicUrl === '' || isDemo
      ? []
      : checkPublicUrl({ signingKey, clock }, role, publicUrl),
  ]);
  return [...findings, ...outside.flat(), ...lonely(role, parties?.length)];
}

async function checkMessages(
  role: ServerRole,
  env: NodeJS.ProcessEnv,
  { publicUrl, clock }: { publicUrl: string; clock: Clock },
): Promise<Finding[]> {
  if (role === 'settlement' || role === 'carrier') return [];
  const { textProvidersFile: texts } = readEachSetting(SHOP, env).values;
  const { carriersFile, smtpUrl } = role === 'management' ? readEachSetting(MANAGEMENT, env).values : {};
  const base = { publicUrl, clock, random: randomBytes };
  const checked = await Promise.all([
    texts ? unlessUnreadable('texts', () => checkTexts(base, texts)) : [],
    carriersFile ? unlessUnreadable('mobile operators', () => checkCarriers(carriersFile, clock)) : [],
    smtpUrl ? checkMail(smtpUrl) : [],
  ]);
  return checked.flat();
}

async function checkMoney(role: ServerRole, env: NodeJS.ProcessEnv): Promise<Finding[]> {
  if (role !== 'settlement') return [];
  const { acquirersFile } = readEachSetting(SETTLEMENT, env).values;
  return acquirersFile ? unlessUnreadable('acquirers', () => checkAcquirers(acquirersFile)) : [];
}

async function checkMail(url: string): Promise<Finding[]> {
  const { host } = new URL(url);
  const problem = await tryMailServer(url);
  if (problem === undefined) return [fine(`mail by ${host}`)];
  const why =
    problem === 'EAUTH' || problem === 'smtp_535' ? 'refuses our name and password' : "can't be used";
  return [wrong(`mail by ${host}`, `it ${why} (${problem}): see SMTP_URL.`)];
}

/** A list that can't be read is one finding. */
async function unlessUnreadable(about: string, check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [wrong(about, error.message)];
  }
}

/** All but the carrier do their work with others. */
function lonely(role: ServerRole, parties: number | undefined): Finding[] {
  return role !== 'carrier' && parties === 0
    ? [wrong('peers', 'PARTIES_FILE names nobody: npx seonmul parties exchange')]
    : [];
}
