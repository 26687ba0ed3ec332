import smpp, { type Session } from 'smpp';

const RETRY_MS = 500;

/** The bound connections of each account, by its number, and deliveries over them. */
export class Connections {
  readonly #byAddress = new Map<string, Session[]>();
  #closed = false;

  add(address: string, session: Session): void {
    this.#byAddress.set(address, [...(this.#byAddress.get(address) ?? []), session]);
  }

  remove(session: Session): void {
    for (const [address, sessions] of this.#byAddress)
      this.#byAddress.set(
        address,
        sessions.filter((other) => other !== session),
      );
  }

  count(): number {
    return [...this.#byAddress.values()].flat().length;
  }

  /** Sends a message over any of the account's connections in turn, and retries until it is acknowledged. */
  deliver(address: string, fields: Record<string, unknown>): void {
    if (this.#closed) return;
    const [session, ...others] = this.#byAddress.get(address) ?? [];
    if (session === undefined) {
      setTimeout(() => this.deliver(address, fields), RETRY_MS);
      return;
    }
    this.#byAddress.set(address, [...others, session]);
    let settled = false;
    const retry = () => {
      if (settled) return;
      settled = true;
      setTimeout(() => this.deliver(address, fields), RETRY_MS);
    };
    session.once('close', retry);
    session.deliver_sm(fields, (answer) => {
      session.off('close', retry);
      if (answer.command_status === smpp.ESME_ROK) settled = true;
      else retry();
    });
  }

  /** No retries after this. */
  close(): void {
    this.#closed = true;
  }
}
