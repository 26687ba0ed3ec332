import type { Clock } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Executor, Tx } from '../db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse, rollBack } from '../result.ts';
import { DOCUMENTS, type DocumentKind, type DocumentTexts, type DocumentVersion } from './shapes.ts';

export type PublishedDocument = DocumentVersion & DocumentTexts;
type Row = Omit<PublishedDocument, 'in_force_at'> & { in_force_at: Date };

export const READ_DOCUMENT_REFUSALS = refusals('document_not_found');
export const PUBLISH_DOCUMENT_REFUSALS = refusals(
  'changed_meanwhile', // somebody else has published since
);

/** Without a version, the one in force. */
export async function readDocument(
  executor: Executor,
  { document, version, now }: { document: DocumentKind; version?: number | undefined; now: Date },
): Promise<Result<PublishedDocument, RefusalOf<typeof READ_DOCUMENT_REFUSALS>>> {
  const found = await sql<Row>`
    select document, version, text_ko, text_en, in_force_at from published_documents
    where document = ${document}
      and ${version === undefined ? sql`in_force_at <= ${now}` : sql`version = ${version}`}
    order by version desc limit 1`.execute(executor);
  const row = found.rows[0];
  return row === undefined
    ? refuse('document_not_found')
    : done({ ...row, in_force_at: row.in_force_at.toISOString() });
}

/** The version of each document that is in force. */
export async function documentsInForce(executor: Executor, now: Date): Promise<DocumentVersion[]> {
  const found = await sql<{ document: DocumentKind; version: number; in_force_at: Date }>`
    select k.document, v.version, v.in_force_at
    from unnest(${DOCUMENTS}::text[]) with ordinality as k(document, place)
    cross join lateral (
      select d.version, d.in_force_at from published_documents d
      where d.document = k.document and d.in_force_at <= ${now} order by d.version desc limit 1) v
    order by k.place`.execute(executor);
  return found.rows.map(versionOf);
}

const VERSIONS_MAX = 200;

/** All versions, the latest first. */
export async function listDocumentVersions(executor: Executor): Promise<DocumentVersion[]> {
  const found = await sql<{ document: DocumentKind; version: number; in_force_at: Date }>`
    select document, version, in_force_at from published_documents
    order by document, version desc limit ${VERSIONS_MAX}`.execute(executor);
  return found.rows.map(versionOf);
}

/** Publishes the version after `after`. It is in force from `inForceAt`, at once if that is past. */
export async function publishDocument(
  { clock }: { clock: Clock },
  tx: Tx,
  staffId: string | null,
  {
    document,
    after,
    inForceAt,
    text_ko,
    text_en,
  }: {
    document: DocumentKind;
    after: number;
    inForceAt: Date;
  } & DocumentTexts,
): Promise<Result<DocumentVersion, RefusalOf<typeof PUBLISH_DOCUMENT_REFUSALS>>> {
  const now = clock();
  const version = after + 1;
  const in_force_at = inForceAt < now ? now : inForceAt;
  const published = await sql`
    insert into published_documents (document, version, text_ko, text_en, in_force_at, published_at, published_by)
    select ${document}, ${version}, ${text_ko}, ${text_en}, ${in_force_at}, ${now}, ${staffId}
    where ${after} = (select coalesce(max(version), 0) from published_documents where document = ${document})
    on conflict (document, version) do nothing returning 1`.execute(tx);
  if (published.rows.length === 0) return rollBack(refuse('changed_meanwhile'));
  return done({ document, version, in_force_at: in_force_at.toISOString() });
}

function versionOf<Of extends { in_force_at: Date }>({ in_force_at, ...rest }: Of) {
  return { ...rest, in_force_at: in_force_at.toISOString() };
}
