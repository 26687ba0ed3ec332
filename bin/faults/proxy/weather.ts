import type { randomFrom } from '../../../test/model/random.ts';

export type Random = ReturnType<typeof randomFrom>;

/** Who talks to whom: `client→shop`, `management→settlement`; a server and its database are `shop→database`. */
export type Edge = string;

/** What a proxy does to the messages of an edge while it is in force. */
export type Trouble = {
  kind:
    | 'partition' // connections break before anything has arrived
    | 'silence' // connections stand, and nothing goes through
    | 'lost_reply' // what is asked is done, and the answer is lost
    | 'delay'
    | 'reorder' // some messages are overtaken by later ones
    | 'threefold' // each message arrives three times
    | 'flipped_bit' // one bit of a message is another one
    | 'kill_between'; // somebody dies between two steps
  edge: Edge;
  random: Random;
  /** Of how many messages in a hundred. */
  percent: number;
  /** What `kill_between` does, and when: before the message arrives, or after it was answered and before that is known. */
  kill?: { when: 'before' | 'after'; now: () => void };
  /** How often it has met a message. */
  met: number;
};

/** The troubles in force. */
export class Weather {
  readonly #troubles = new Set<Trouble>();

  begin(trouble: Trouble): void {
    this.#troubles.add(trouble);
  }

  end(trouble: Trouble): void {
    this.#troubles.delete(trouble);
  }

  clear(): void {
    this.#troubles.clear();
  }

  isInForce(trouble: Trouble): boolean {
    return this.#troubles.has(trouble);
  }

  /** The first trouble of this kind that meets a message on this edge. */
  meets(kind: Trouble['kind'], edge: Edge): Trouble | undefined {
    for (const trouble of this.#troubles) {
      if (trouble.kind !== kind || trouble.edge !== edge) continue;
      if (trouble.random.upTo(100) >= trouble.percent) continue;
      trouble.met += 1;
      return trouble;
    }
    return undefined;
  }
}

export const pause = (ms: number) => new Promise<void>((wait) => setTimeout(wait, ms));
