import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Registry } from 'prom-client';
import { type Clock, SECOND_MS } from '../clock.ts';
import { ConfigError, readSettingFile } from '../config.ts';
import type { Db } from '../db/transaction.ts';
import type { Job } from '../jobs.ts';
import type { Logger } from '../log.ts';
import { processGauge } from '../metrics/definition.ts';
import { gaugeOf } from '../metrics/measure.ts';
import { loadParties, type Party, storePartyKeys } from './keys.ts';

const LOOK_EVERY_MS = 2 * SECOND_MS;

export const PARTIES_FILE_BROKEN = processGauge(
  'seonmul_parties_file_broken',
  '1 while PARTIES_FILE has changed and could not be taken up: the list before stays.',
);

/** The list of permitted servers, which follows its file. */
export type FollowedParties = {
  /** Always as it was last taken up: whoever keeps it sees each change. */
  parties: readonly Party[];
  /** Takes up the file when it has changed. */
  job(context: { db: Db; log: Logger; clock: Clock }, metrics: Registry): Job;
};

/**
 * Reads PARTIES_FILE, and again whenever it has changed, so that an owner can be permitted, or their key replaced, without a
 * restart. A file that is broken, or that `problemsOf` finds something wrong with, changes nothing: the old list stays, and
 * the log and a metric say so until the file is right again.
 */
export function followParties(
  file: string,
  problemsOf: (parties: readonly Party[]) => string[],
): FollowedParties {
  const parties = loadParties(file);
  let seen = versionOf(file);
  let digest = digestOf(file);
  let isBroken = false;

  function read(): Party[] {
    const next = loadParties(file);
    const problems = problemsOf(next);
    if (problems.length > 0) throw new ConfigError(problems.join('\n'));
    return next;
  }

  return {
    parties,
    job({ db, log, clock }, metrics) {
      const broken = gaugeOf(metrics, PARTIES_FILE_BROKEN, async () => broken.set(isBroken ? 1 : 0));

      async function round(): Promise<number> {
        const version = versionOf(file);
        if (version === seen) return 0;
        const content = digestOf(file);
        if (content !== digest) {
          try {
            const next = read();
            await storePartyKeys(db, next, clock());
            parties.splice(0, parties.length, ...next);
            isBroken = false;
            log.info({ parties: next.map(({ party }) => party) }, 'the list of parties was taken up');
          } catch (error) {
            // A database that is away says nothing about the file: the next round tries again.
            if (!(error instanceof ConfigError)) throw error;
            isBroken = true;
            log.error(
              { problem: error.message },
              'the list of parties was not taken up; the one before stays',
            );
          }
        }
        digest = content;
        seen = version;
        return 0;
      }

      return { name: 'parties_file', every_ms: LOOK_EVERY_MS, round };
    },
  };
}

/** Changes whenever somebody writes the file, or puts another one in its place. */
function versionOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.ino}:${stat.mtimeMs}:${stat.size}`;
}

/** Empty for a file that can't be read. */
function digestOf(file: string): string {
  try {
    return createHash('sha256').update(readSettingFile('PARTIES_FILE', file)).digest('hex');
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return '';
  }
}
