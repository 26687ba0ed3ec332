import type { Clock } from '../clock.ts';
import { type Db, inTransaction } from '../db/transaction.ts';
import { publishDetails } from './details.ts';
import { publishDocument } from './documents.ts';
import type { BusinessDetails, DocumentKind, DocumentTexts } from './shapes.ts';

export type DemoBusiness = {
  business?: BusinessDetails;
  documents?: (DocumentTexts & { document: DocumentKind })[];
};

/** Publishes the demo's business where nothing is published yet. Idempotent. */
export async function seedBusiness(
  context: { db: Db; clock: Clock },
  { business, documents = [] }: DemoBusiness,
): Promise<void> {
  // Refused if something is there already, which stays.
  if (business !== undefined)
    await inTransaction(context.db, (tx) => publishDetails(context, tx, null, 0, business));
  for (const document of documents)
    await inTransaction(context.db, (tx) =>
      publishDocument(context, tx, null, { ...document, after: 0, inForceAt: context.clock() }),
    );
}
