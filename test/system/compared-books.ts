import pg from 'pg';
import { eventually } from '../../bin/walkthrough/doors.ts';
import type { System } from './system.ts';

/** Management's comparison of its books with those of the other servers, by its database. */
export class ComparedBooks {
  readonly #owner: pg.Client;

  private constructor(owner: pg.Client) {
    this.#owner = owner;
  }

  static async of(system: System): Promise<ComparedBooks> {
    const owner = new pg.Client(system.stack.environments.get('management')?.OWNER_DATABASE_URL);
    await owner.connect();
    return new ComparedBooks(owner);
  }

  end(): Promise<void> {
    return this.#owner.end();
  }

  /** What stands of all days and parties after two further looks at each; nothing while something is on its way. */
  async differences(): Promise<string[]> {
    await this.#look();
    await this.#look();
    const found = await this.#owner.query<{ differences: string[] }>(
      `select differences from book_checks where check_name like 'books of %' order by check_name`,
    );
    return found.rows.flatMap(({ differences }) => differences);
  }

  /** Which parties’ books were compared, and how many of their days. */
  async compared(): Promise<Record<string, number>> {
    const found = await this.#owner.query<{ party: string; days: number }>(
      'select party, count(*)::integer as days from compared_days where compared_at is not null group by party order by party',
    );
    return Object.fromEntries(found.rows.map(({ party, days }) => [party, days]));
  }

  /** Moves what management thinks is left of some certificate; negative moves it back. */
  async moveBalance(minor: number): Promise<void> {
    await this.#owner.query(
      `update ledger_balances set balance_minor = balance_minor + $1 where account_id = (
        select account_id from ledger_accounts a join ledger_balances b using (account_id)
        where a.code = 'certificate' and b.balance_minor > 1 order by account_id limit 1)`,
      [minor],
    );
  }

  async #look(): Promise<void> {
    await this.#owner.query(`update compared_days set next_at = '2020-01-01', compared_at = null`);
    await eventually('all days to be compared', async () => {
      const left = await this.#owner.query('select 1 from compared_days where compared_at is null limit 1');
      return left.rows.length === 0 ? true : undefined;
    });
  }
}
