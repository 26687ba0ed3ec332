import { documentsInForce } from '../../../../kit/business/documents.ts';
import { sql } from '../../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../../kit/db/transaction.ts';
import { newId } from '../../../../kit/ids.ts';
import { done, type Refusal, type RefusalOf, type Result, refusals, refuse } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import type { MemberCaller } from '../../http/guards.ts';

export const CONSENT_DOCUMENTS = ['terms', 'privacy', 'marketing'] as const;
export type ConsentDocument = (typeof CONSENT_DOCUMENTS)[number];
/** Nobody has an account without these, once they are published. */
const REQUIRED: readonly ConsentDocument[] = ['terms', 'privacy'];

/** What somebody agrees to when they sign up: the versions that they were shown. */
export type GivenConsents = Partial<Record<ConsentDocument, number>>;

export type Consent = {
  document: ConsentDocument;
  /** The version in force. */
  version: number;
  required: boolean;
  /** The last answer, if there was one, and to which version. */
  answered?: { version: number; given: boolean; at: string };
  /** Whether they agree to the version in force. */
  agreed: boolean;
};

type InForce = { document: ConsentDocument; version: number };

async function consentsInForce(executor: Executor, now: Date): Promise<InForce[]> {
  const found = await documentsInForce(executor, now);
  return found.flatMap(({ document, version }) => (document === 'faq' ? [] : [{ document, version }]));
}

/** What of the given is to be recorded, or a refusal if terms or privacy policy are missing in the version in force. */
export async function checkConsents(
  executor: Executor,
  now: Date,
  given: GivenConsents,
): Promise<{ ok: true; value: InForce[] } | Refusal<'consent_required'>> {
  const inForce = await consentsInForce(executor, now);
  const agreed = inForce.filter(({ document, version }) => given[document] === version);
  const missing = inForce.filter((one) => REQUIRED.includes(one.document) && !agreed.includes(one));
  if (missing.length > 0) return refuse('consent_required', { documents: missing });
  return done(agreed);
}

/** The versions in force without which nobody has an account. */
export async function requiredDocuments(
  executor: Executor,
  now: Date,
): Promise<Pick<GivenConsents, 'terms' | 'privacy'>> {
  const required = (await consentsInForce(executor, now)).filter(({ document }) =>
    REQUIRED.includes(document),
  );
  return Object.fromEntries(required.map(({ document, version }) => [document, version]));
}

/** Records that somebody who signs up agrees to these. */
export async function recordConsents(
  tx: Tx,
  member: Pick<MemberCaller, 'member_id' | 'line'>,
  agreed: readonly InForce[],
  now: Date,
): Promise<void> {
  for (const { document, version } of agreed)
    await insertConsent(tx, member, { document, version, given: true }, now);
}

/** Each document in force, and what the member last said to it. */
export async function readConsents(
  { clock }: Pick<ManagementContext, 'clock'>,
  executor: Executor,
  memberId: string,
): Promise<Consent[]> {
  const inForce = await consentsInForce(executor, clock());
  const said = await sql<{ document: ConsentDocument; version: number; given: boolean; at: Date }>`
    select distinct on (document) document, version, given, at from consents
    where member_id = ${memberId} order by document, consent_id desc`.execute(executor);
  return CONSENT_DOCUMENTS.flatMap((document) => {
    const current = inForce.find((one) => one.document === document);
    if (current === undefined) return [];
    const last = said.rows.find((one) => one.document === document);
    const agreed = last?.given === true && last.version === current.version;
    const consent = { ...current, required: REQUIRED.includes(document), agreed };
    if (last === undefined) return [consent];
    return [
      { ...consent, answered: { version: last.version, given: last.given, at: last.at.toISOString() } },
    ];
  });
}

export const ANSWER_CONSENT_REFUSALS = refusals(
  'document_not_found', // nothing of that kind is in force
  'changed_meanwhile', // a newer version is in force than the one that was shown
  'consent_required', // terms and privacy policy are not withdrawn; an account is closed
);

export type ConsentAnswer = { document: ConsentDocument; version: number; given: boolean };

/** A member agrees to the version in force, or withdraws what they agreed to. The same answer again adds nothing. */
export async function answerConsent(
  context: Pick<ManagementContext, 'clock'>,
  tx: Tx,
  member: Pick<MemberCaller, 'member_id' | 'line'>,
  answer: ConsentAnswer,
): Promise<Result<{ consents: Consent[] }, RefusalOf<typeof ANSWER_CONSENT_REFUSALS>>> {
  const now = context.clock();
  // Two answers at the same time come one after the other.
  await sql`select 1 from members where member_id = ${member.member_id} for update`.execute(tx);
  const before = await readConsents(context, tx, member.member_id);
  const current = before.find(({ document }) => document === answer.document);
  if (current === undefined) return refuse('document_not_found');
  if (current.version !== answer.version) return refuse('changed_meanwhile');
  if (!answer.given && current.required) return refuse('consent_required');
  const isNew = answer.given ? !current.agreed : current.answered?.given === true;
  if (!isNew) return done({ consents: before });
  await insertConsent(tx, member, answer, now);
  return done({ consents: await readConsents(context, tx, member.member_id) });
}

async function insertConsent(
  tx: Tx,
  { member_id, line }: Pick<MemberCaller, 'member_id' | 'line'>,
  { document, version, given }: ConsentAnswer,
  now: Date,
): Promise<void> {
  await sql`
    insert into consents (consent_id, member_id, document, version, given, line, at)
    values (${newId()}, ${member_id}, ${document}, ${version}, ${given}, ${line}, ${now})`.execute(tx);
}
