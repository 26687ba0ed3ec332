const BYTES_MAX = 16 * 1024 * 1024;

/**
 * The bytes of ranges that this process has just fixed, so that its sender need not read their rows again. What is not here,
 * because another process fixed it, or it is sent again, is rendered from the journal (`renderAgain`).
 */
export class FreshRanges {
  readonly #bodies = new Map<string, { body: string; digest: Buffer }>();
  #bytes = 0;

  keep(party: string, rangeNo: bigint, { body, digest }: { body: string; digest: Buffer }): void {
    this.#drop(nameOf(party, rangeNo));
    this.#bodies.set(nameOf(party, rangeNo), { body, digest });
    this.#bytes += body.length;
    for (const oldest of this.#bodies.keys()) {
      if (this.#bytes <= BYTES_MAX) break;
      this.#drop(oldest);
    }
  }

  /** A range's bytes, once, if they are those of its digest. */
  take(party: string, rangeNo: bigint, digest: Buffer): string | undefined {
    const name = nameOf(party, rangeNo);
    const kept = this.#bodies.get(name);
    this.#drop(name);
    return kept?.digest.equals(digest) === true ? kept.body : undefined;
  }

  #drop(name: string): void {
    this.#bytes -= this.#bodies.get(name)?.body.length ?? 0;
    this.#bodies.delete(name);
  }
}

function nameOf(party: string, rangeNo: bigint): string {
  return `${rangeNo} ${party}`;
}
