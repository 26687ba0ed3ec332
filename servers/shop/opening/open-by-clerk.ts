import { sql } from '../../../kit/db/sql.ts';
import { inTransaction } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { derivedId } from '../../../kit/journal/derived-id.ts';
import { consumeAll } from '../../../kit/limits.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../../../kit/result.ts';
import { parseName } from '../../../kit/typed/name.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import { appendEvent } from '../certificates/certificates.ts';
import { tellHolder } from '../certificates/tell-holder.ts';
import type { ShopContext } from '../context.ts';
import type { Till } from '../stores/places.ts';
import { ASK_CODE_REFUSALS, type AskedCode, askCode, type CodeSent } from './ask-code.ts';
import {
  canBeOpened,
  endCodeNeed,
  findOpenableIn,
  type Openable,
  openFor,
  type Verification,
  whyNoneOpens,
} from './openable.ts';
import {
  GUESS_PHONE_CODE_REFUSALS,
  guessPhoneCode,
  type ProvenPhone,
  spendPhoneCode,
} from './phone-codes.ts';
import { isSameName } from './same-name.ts';

/** Documents that show who somebody is. Only the kind is kept. */
export const DOCUMENT_KINDS = ['resident_card', 'driving_licence', 'passport', 'foreigner_card'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export type ClerkOpening = {
  phone: string;
  /** What the clerk was shown: the code that the holder's phone was told, or a document, with the name on it. */
  by: { code: string } | { document: DocumentKind; name: string };
  /** Where, and by whom, if somebody is signed in. */
  till: Till & { clerk_id: string | null };
};

export const ASK_CLERK_CODE_REFUSALS = refusals(
  'clerk_required', // nobody is signed in at the terminal
  ...ASK_CODE_REFUSALS,
);

/** Tells the holder's phone a code that they say to the clerk. */
export async function askClerkCode(
  context: ShopContext,
  asked: AskedCode,
  { terminal_id, clerk_id }: Till & { clerk_id: string | null },
): Promise<Result<CodeSent, RefusalOf<typeof ASK_CLERK_CODE_REFUSALS>>> {
  if (clerk_id === null) return refuse('clerk_required');
  const address = `terminal:${terminal_id}`;
  return askCode(context, 'clerk_opening', asked, { address, asker: address });
}

export const OPEN_BY_CLERK_REFUSALS = refusals(
  'clerk_required', // nobody is signed in at the terminal
  'phone_number_invalid',
  'name_invalid', // on the document
  'rate_limited', // openings of this clerk
  ...GUESS_PHONE_CODE_REFUSALS,
  'certificate_frozen', // none can be opened, and one is frozen
  'certificate_expired', // all of them; says on which day
  'certificate_not_found',
  'document_name_differs', // from the holder's name on every one
);

/**
 * Opens a phone's certificates at a till without their PIN: a clerk has seen the holder's code or document. It is an entry
 * in each certificate's history, with the clerk's name on it, and the holder is told at once. Guesses from elsewhere
 * neither stop nor help it.
 */
export async function openByClerk(
  context: ShopContext,
  { phone: typed, by, till }: ClerkOpening,
): Promise<Result<Verification, RefusalOf<typeof OPEN_BY_CLERK_REFUSALS>>> {
  const { clerk_id } = till;
  if (clerk_id === null) return refuse('clerk_required');
  const parsed = parsePhone(typed);
  if (!parsed.ok) return refuse(parsed.code);
  const phone = parsed.e164;
  const name = 'code' in by ? done(undefined) : parseName(by.name);
  if (!name.ok) return name;
  const shown = name.value;
  const { clerkOpeningByClerk } = context.limits;
  const allowed = await consumeAll([[clerkOpeningByClerk, clerk_id]]);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const proven = 'code' in by ? await guessClerkCode(context, phone, till, by.code) : done(undefined);
  if (!proven.ok) return proven;

  return inTransaction(context.db, async (tx) => {
    if (proven.value !== undefined && !(await spendPhoneCode(context, tx, proven.value.code_id)))
      return refuse('verification_code_wrong');
    const known = await findOpenableIn(context, tx, { phone });
    const valid = known.filter(canBeOpened);
    // The code stays valid.
    if (valid.length === 0 && known.length > 0) return rollBack(whyNoneOpens(context, known));
    if (valid.length === 0) return rollBack(refuse('certificate_not_found'));
    const isTheirs = ({ recipient_name }: Openable) =>
      shown === undefined || isSameName(recipient_name, shown);
    const found = valid.filter(isTheirs);
    const [first] = found;
    if (first === undefined) return refuse('document_name_differs');
    const now = context.clock();
    const opening_id = newId();
    const verification = openFor(context, found, {
      terminal_id: till.terminal_id,
      shut: known.filter((one) => !canBeOpened(one) && isTheirs(one)),
    });
    const ids = verification.certificates.map(({ certificate_id }) => certificate_id);
    await sql`
      insert into clerk_openings (opening_id, phone, terminal_id, clerk_id, proof, certificate_ids, at)
      values (${opening_id}, ${phone}, ${till.terminal_id}, ${clerk_id}, ${'code' in by ? 'code' : by.document},
        ${ids}::uuid[], ${now})`.execute(tx);
    await endCodeNeed(tx, found);
    for (const certificate_id of ids)
      await appendEvent(context, tx, {
        certificate_id,
        kind: 'certificate_opened_by_clerk',
        fact_id: derivedId('certificate_opened_by_clerk', opening_id, certificate_id),
        store_id: till.store_id,
        terminal_id: till.terminal_id,
        clerk_id,
        content: { opening_id },
      });
    const news = { kind: 'recipient.opened_by_clerk', store_name: till.store_name, at: now } as const;
    await tellHolder(context, tx, first.certificate_id, news);
    return done(verification);
  });
}

function guessClerkCode(
  context: ShopContext,
  phone: string,
  { terminal_id }: Till,
  code: string,
): Promise<Result<ProvenPhone, RefusalOf<typeof GUESS_PHONE_CODE_REFUSALS>>> {
  const asker = `terminal:${terminal_id}`;
  return guessPhoneCode(context, { purpose: 'clerk_opening', subject: phone, asker }, code);
}
