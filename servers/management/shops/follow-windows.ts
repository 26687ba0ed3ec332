import {
  type ShownShop,
  WantedWindow,
  WINDOW_PICTURES_PATH,
  WINDOWS_PATH,
  WindowPicture,
} from '../../../contracts/shop-windows.ts';
import { uploadPicture } from '../../../kit/business/pictures.ts';
import { calledParties } from '../../../kit/calls/calls.ts';
import { addMs, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { type Claim, claimDue } from '../../../kit/due/claims.ts';
import { eachDue, type WithinJob } from '../../../kit/due/each-due.ts';
import { readParty } from '../../../kit/due/read-party.ts';
import { mayAsk } from '../../../kit/due/silent-parties.ts';
import { refuse, rollBack } from '../../../kit/result.ts';
import type { Party } from '../../../kit/signing/index.ts';
import type { ManagementContext } from '../context.ts';
import { readShown, takeWindow } from './take-window.ts';

const EVERY_MS = 20 * SECOND_MS;
/** A server that has no windows, such as one of an older version, or that gave no answer. */
const AGAIN_MS = 5 * MINUTE_MS;

/**
 * Tells each shop's server what is shown of it and asks what it wants shown, which buyers then see. Returns of how many shops
 * something changed.
 */
export function followWindows(context: ManagementContext): Promise<number> {
  const due = (now: Date) => sql`
    select s.shop_id as subject_id, coalesce(r.next_at, '-infinity') as due_at
    from shops s left join window_reads r using (shop_id)
    where s.party = p.party and s.active and coalesce(r.next_at, '-infinity') <= ${now}`;
  const parties = context.parties.filter(({ role }) => role === 'shop');
  const find = (claim: Claim) =>
    claimDue(claim, calledParties({ parties }, claim.now), due(claim.now)).execute(context.db);
  return eachDue(context, 'shop_windows', find, (within, { subject_id, party: name }) => {
    const party = parties.find((known) => known.party === name);
    return party === undefined ? Promise.resolve(false) : followWindow(within, party, subject_id);
  });
}

async function followWindow(
  within: WithinJob<ManagementContext>,
  party: Party,
  shopId: string,
): Promise<boolean> {
  const { db, clock, log } = within;
  if (!(await mayAsk(db, party.party, clock()))) return false;
  const shown = await readShown(db, shopId);
  if (shown === undefined) return false;
  const answer = await readParty(within, party, `${WINDOWS_PATH}/${shopId}`, WantedWindow, shown);
  if (!('told' in answer)) {
    const { problem } = answer;
    if (problem !== 'not_found')
      log.warn({ party: party.party, shop_id: shopId, problem }, 'a shop’s window can’t be read');
    await noteRead(within, shopId, AGAIN_MS, shown.refused);
    return false;
  }
  const { told, evidence } = answer;
  const { window } = told;
  if (window === undefined || window.version <= shown.version) {
    await noteRead(within, shopId, EVERY_MS);
    return false;
  }
  const problem = await fetchPicture(within, party, window.picture_id);
  const { taken, refused } =
    problem === null
      ? await inTransaction(db, (tx) => takeWindow(within, tx, shopId, window, evidence))
      : { taken: false, refused: problem };
  const { version } = window;
  await noteRead(within, shopId, EVERY_MS, refused === null ? undefined : { version, code: refused });
  return taken;
}

/** Has the picture here, under the digest of its bytes. Returns why it can't be had. */
async function fetchPicture(
  within: WithinJob<ManagementContext>,
  party: Party,
  pictureId: string | null,
): Promise<string | null> {
  if (pictureId === null) return null;
  const known = await sql`select 1 from pictures where picture_id = ${pictureId}`.execute(within.db);
  if (known.rows.length > 0) return null;
  const answer = await readParty(within, party, `${WINDOW_PICTURES_PATH}/${pictureId}`, WindowPicture);
  if (!('told' in answer)) return 'picture_unknown';
  const { base64 } = answer.told;
  const kept = await inTransaction(within.db, async (tx) => {
    const uploaded = await uploadPicture(within, tx, null, base64);
    const isAnother = uploaded.ok && uploaded.value.picture_id !== pictureId;
    return isAnother ? rollBack(refuse('picture_invalid')) : uploaded;
  });
  return kept.ok ? null : kept.code;
}

async function noteRead(
  { db, clock }: ManagementContext,
  shopId: string,
  wait_ms: number,
  refused?: ShownShop['refused'],
): Promise<void> {
  await sql`
    insert into window_reads (shop_id, next_at, refused_version, refused_code)
    values (${shopId}, ${addMs(clock(), wait_ms)}, ${refused?.version ?? null}, ${refused?.code ?? null})
    on conflict (shop_id) do update
      set next_at = excluded.next_at, refused_version = excluded.refused_version, refused_code = excluded.refused_code`.execute(
    db,
  );
}
