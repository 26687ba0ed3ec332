import { isFree } from '../../bin/stack/free-ports.ts';

/** Linux gives neither listeners nor outgoing connections a port from here on, unless told otherwise. */
const FIRST = 61_000;
const LAST = 65_535;
const TRIES_MAX = 100;

/**
 * A port that is free, for whoever must know it before listening. One that the system chose could be taken by another
 * test's connection until then.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST + 1));
    if (await isFree(port)) return port;
  }
  throw new Error('No free port was found.');
}
