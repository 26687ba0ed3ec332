import { Client } from 'pg';

/** As the owner of the database: lets it forget what happened today, since tests have no time to wait. */
export async function keepNothing(ownerUrl: string): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(
    `update least_kept set people = '-1000 years', evidence = '-1000 years', journal = '-1000 years'`,
  );
  await owner.end();
}
