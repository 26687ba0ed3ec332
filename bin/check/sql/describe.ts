import { constantsOf } from './constants.ts';
import type { ServerDatabase } from './databases.ts';
import { nullable } from './nullability.ts';
import { number, outputs, readQueries, text } from './tree.ts';
import { type Usage, usageOf } from './usage.ts';

export type Output = {
  name: string;
  oid: number;
  nullable: boolean;
  table: number;
  column: number;
  /** The texts that it can be, if it consists of constants. */
  constants: ReadonlySet<string> | undefined;
};
export type Described = { parameters: number[]; outputs: Output[]; usage: Usage; denied: string | undefined };

/**
 * Has PostgreSQL describe a statement's parameters and columns without running it. PREPARE infers the parameters' types as
 * it does for the servers, which send none. A function created from the statement, and rolled back, has its analysed tree.
 * EXPLAIN as the runtime role checks its rights. Throws PostgreSQL's error when it rejects the text.
 */
export async function describe(
  { owner, runtime, catalogue }: ServerDatabase,
  statement: string,
  given: readonly boolean[],
): Promise<Described> {
  await owner.query('begin');
  try {
    await owner.query(`prepare checked as ${statement}`);
    const { rows: prepared } = await owner.query<{ names: string[]; oids: string[]; results: string[] }>(`
      select parameter_types::text[] as names, parameter_types::oid[]::text[] as oids,
        array(select coalesce(nullif(typbasetype, 0), oid)::text
          from unnest(result_types) with ordinality as r(type, at) join pg_type on oid = type order by at) as results
      from pg_prepared_statements where name = 'checked'`);
    const [{ names, oids, results }] = prepared as [(typeof prepared)[0]];
    const returns = results.length === 0 ? 'void' : 'setof record';
    await owner.query(
      `create function pg_temp.checked(${names.join(', ')}) returns ${returns} language sql begin atomic ${statement}; end`,
    );
    const { rows: functions } = await owner.query<{ tree: string }>(
      "select prosqlbody::text as tree from pg_proc where proname = 'checked' and pronamespace = pg_my_temp_schema()",
    );
    const [query] = readQueries(functions[0]?.tree ?? '');
    if (query === undefined) throw new Error('PostgreSQL showed no tree of the statement.');
    const isNullable = nullable(query, catalogue, given);
    return {
      parameters: oids.map(Number),
      outputs: outputs(query).map((target, at) => ({
        name: text(target, 'resname'),
        oid: Number(results[at]),
        nullable: isNullable[at] ?? true,
        table: number(target, 'resorigtbl'),
        column: number(target, 'resorigcol'),
        constants: constantsOf(query, target),
      })),
      usage: usageOf(query),
      denied: await denied(),
    };
  } finally {
    await owner.query('rollback; deallocate all');
  }

  async function denied(): Promise<string | undefined> {
    try {
      await runtime.query(`explain (generic_plan) ${statement}`);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
