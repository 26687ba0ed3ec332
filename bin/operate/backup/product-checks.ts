import { boundNoStatement } from '../../../kit/db/bounds.ts';
import { openDatabase } from '../../../kit/db/pool.ts';
import { readSchemaState } from '../../../kit/db/schema-state.ts';
import { type Executor, inSnapshot } from '../../../kit/db/transaction.ts';
import { journalProblems } from '../../../kit/journal/prove-journal.ts';
import { ledgerProblems } from '../../../kit/ledger/prove-ledger.ts';
import { conservation as managementBooks } from '../../../servers/management/books/conservation.ts';
import { conservation as settlementBooks } from '../../../servers/settlement/books/conservation.ts';
import { conservation as shopBooks } from '../../../servers/shop/books/conservation.ts';
import type { ServerRole } from '../../stack/roles.ts';
import { type Finding, fine, wrong } from '../check/findings.ts';
import { SERVERS } from '../servers.ts';

/** Books that don't hold, a sentence each. */
const BOOKS: Readonly<Record<ServerRole, (executor: Executor) => Promise<string[]>>> = {
  management: async (executor) =>
    (await managementBooks(executor)).flatMap(({ holds, currency }) =>
      holds ? [] : [`issued ${currency} is not outstanding + redeemed + refunded + expired`],
    ),
  settlement: async (executor) =>
    (await settlementBooks(executor)).flatMap(({ holds, payee, currency }) =>
      holds ? [] : [`captured ${currency} for ${payee} is not refunded + paid out + commission + in trust`],
    ),
  carrier: async () => [],
  shop: async (executor) =>
    (await shopBooks(executor)).flatMap(({ currency, differences }) =>
      differences.length === 0 ? [] : [`the books in ${currency} differ: ${differences.join(', ')}`],
    ),
};

/**
 * What the product itself can tell of a database, read in one snapshot: that its schema is this version's, that its books hold
 * and its ledger adds up, and that its journal has the bytes that others were told. `called` is what findings call the server.
 */
export async function checkProduct(role: ServerRole, url: string, called: string): Promise<Finding[]> {
  const database = openDatabase(url, { applicationName: 'seonmul-verify', connectionsMax: 1 });
  const found = (about: string, problems: readonly string[]): Finding[] =>
    problems.length === 0
      ? [fine(`${called}: ${about}`)]
      : problems.map((problem) => wrong(`${called}: ${about}`, `${problem}.`));
  try {
    const { trouble } = await readSchemaState(database.db, SERVERS[role].schema);
    if (trouble !== undefined) {
      const why = trouble.sentence.replace(/\.$/, '');
      return found('schema', [`${why} (${trouble.code}); nothing else can be checked`]);
    }
    return await inSnapshot(database.db, async (tx) => {
      await boundNoStatement(tx);
      const books = await BOOKS[role](tx);
      const ledger = await ledgerProblems(tx);
      const { ranges, problems } = await journalProblems(tx);
      return [
        ...found('schema', []),
        ...found('books', books),
        ...found('ledger', ledger),
        ...found(`journal, ${ranges} ranges`, problems),
      ];
    });
  } catch (error) {
    return [wrong(`${called}: database`, `${error instanceof Error ? error.message : String(error)}.`)];
  } finally {
    await database.close();
  }
}
