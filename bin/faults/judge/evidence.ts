import { verifyEvidence } from '../../../kit/signing/evidence.ts';
import type { StoredKey } from '../../../kit/signing/keys.ts';
import { evidenceOf, type StoredEvidence } from '../../../kit/signing/stored-body.ts';
import { SERVER_ROLES, type ServerRole } from '../../stack/roles.ts';
import type { Finding } from '../record/checks.ts';
import type { Books } from './books.ts';

const AT_ONCE = 2_000;

/** Looks at each signed message once, and at the last ones every time: an id is as old as its message. */
export class EvidenceJudge {
  readonly #seen = new Map<ServerRole, string>();

  async judge(books: Books, { all }: { all: boolean }): Promise<Finding[]> {
    const found: Finding[] = [];
    for (const role of SERVER_ROLES) {
      const keys = await books[role].rows('select * from party_keys');
      let after = all ? undefined : this.#seen.get(role);
      for (;;) {
        const rows = await books[role].rows(
          `select message_id::text, direction, party, keyid, method, target_uri, status, headers, request_headers, body,
             encoding, received_at
           from signed_messages where ($1::uuid is null or message_id > $1) and forgotten_at is null
           order by message_id limit ${AT_ONCE}`,
          [after ?? null],
        );
        for (const row of rows) {
          const isSigned = await isWhatWasSigned(row as StoredEvidence, keys as StoredKey[]);
          if (!isSigned)
            found.push({ check: 'evidence', about: `${role}: message ${row.message_id} of ${row.party}` });
        }
        const last = rows.at(-1);
        if (last !== undefined) after = String(last.message_id);
        if (rows.length < AT_ONCE) break;
      }
      if (after !== undefined) this.#seen.set(role, after);
    }
    return found;
  }
}

/** A body that can't be unpacked is none that was signed. */
async function isWhatWasSigned(row: StoredEvidence, keys: readonly StoredKey[]): Promise<boolean> {
  try {
    return await verifyEvidence(evidenceOf(row), keys);
  } catch {
    return false;
  }
}
