import { sql } from '../../kit/db/sql.ts';
import { type KeyUse, sealedVersion, type VersionCount } from '../../kit/key-uses.ts';

/** What management stores under its key rings. Codes under `token_pepper` expire within a day and are not counted. */
export const KEY_USES: readonly KeyUse[] = [
  {
    ring: 'token_pepper',
    what: 'phone PINs',
    count: (executor) =>
      sql<VersionCount>`
        select case when phone_pin_hash like '$%' then null else split_part(phone_pin_hash, ':', 1) end as version,
          count(*) as rows
        from members where closed_at is null group by 1 order by 1`.execute(executor),
    renewed: 'by_use',
  },
  {
    ring: 'text_encryption',
    what: 'messages',
    count: (executor) =>
      sql<VersionCount>`
        select ${sealedVersion(sql`vars_sealed`)} as version, count(*) as rows from messages
        where vars_sealed is not null group by 1 order by 1`.execute(executor),
    renewed: 'by_expiry',
  },
  {
    ring: 'text_encryption',
    what: 'who closed their account',
    count: (executor) =>
      sql<VersionCount>`
        select ${sealedVersion(sql`identity_sealed`)} as version, count(*) as rows from closed_members
        group by 1 order by 1`.execute(executor),
    renewed: 'by_expiry',
  },
];
