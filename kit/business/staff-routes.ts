import Type from 'typebox';
import { sendAnswer, sendResult } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { instantOf } from '../http/instant.ts';
import { closed, Timestamp } from '../http/shapes.ts';
import { idempotentTransaction, withIdempotencyKey } from '../idempotency.ts';
import { done } from '../result.ts';
import type { StaffContext, StaffRules } from '../staff/context.ts';
import { staffIdempotency, staffOf } from '../staff/guard.ts';
import { SECURITY } from '../staff/shapes.ts';
import { PUBLISH_DETAILS_REFUSALS, publishDetails, readBusiness } from './details.ts';
import { listDocumentVersions, PUBLISH_DOCUMENT_REFUSALS, publishDocument } from './documents.ts';
import { PICTURE_BYTES_MAX, UPLOAD_PICTURE_REFUSALS, uploadPicture } from './pictures.ts';
import {
  Business,
  BusinessDetails,
  DocumentKindShape,
  DocumentTexts,
  DocumentVersion,
  PictureId,
} from './shapes.ts';

/** Four characters of base64 for three bytes. */
const BASE64_MAX = Math.ceil(PICTURE_BYTES_MAX / 3) * 4;
const After = Type.Integer({
  minimum: 0,
  maximum: 2_147_483_646,
  description: 'The last version that the writer has seen; 0 before the first.',
});

/** How a server's staff publish what its business says of itself. Admins write, everybody else reads. */
export function staffBusinessRoutes(
  app: App,
  context: StaffContext,
  { prefix, roles, adminRole }: StaffRules,
): void {
  const { db } = context;
  const about = { tags: ['staff: business'], security: SECURITY };
  const writing = { staffRoles: [adminRole], recentProof: true };

  app.get(
    `${prefix}/business`,
    {
      config: { staffRoles: roles },
      schema: {
        ...about,
        summary: 'Get the details of the business and all versions of its documents',
        response: {
          200: closed({ business: Type.Optional(Business), documents: Type.Array(DocumentVersion) }),
        },
      },
    },
    async (request, reply) => {
      const business = await readBusiness(db);
      const documents = await listDocumentVersions(db);
      return sendResult(request, reply, done({ ...(business === undefined ? {} : { business }), documents }));
    },
  );

  app.post(
    `${prefix}/business/versions`,
    {
      config: writing,
      schema: {
        ...about,
        summary: 'Publish details of the business; earlier ones are kept',
        body: closed({ after: After, details: BusinessDetails }),
        response: { 201: Business },
        refusals: withIdempotencyKey(PUBLISH_DETAILS_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const { after, details } = request.body;
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx) =>
          publishDetails(context, tx, staff_id, after, details),
        ),
      );
    },
  );

  app.post(
    `${prefix}/documents/:document/versions`,
    {
      config: writing,
      schema: {
        ...about,
        summary: 'Publish a version of a document, in force at once or from a later day',
        params: closed({ document: DocumentKindShape }),
        body: closed({ after: After, in_force_at: Timestamp, ...DocumentTexts.properties }),
        response: { 201: DocumentVersion },
        refusals: withIdempotencyKey(PUBLISH_DOCUMENT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const { document } = request.params;
      const { in_force_at, ...given } = request.body;
      const inForceAt = instantOf(in_force_at, '/in_force_at');
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx) =>
          publishDocument(context, tx, staff_id, { document, ...given, inForceAt }),
        ),
      );
    },
  );

  app.post(
    `${prefix}/pictures`,
    {
      bodyLimit: BASE64_MAX + 1_024,
      config: { staffRoles: [adminRole] },
      schema: {
        ...about,
        summary: 'Upload a picture for pages; the same one again is the same picture',
        body: closed({
          base64: Type.String({
            maxLength: BASE64_MAX,
            description: 'A PNG, JPEG or WebP of at most 1 MiB.',
          }),
        }),
        response: { 201: closed({ picture_id: PictureId }) },
        refusals: withIdempotencyKey(UPLOAD_PICTURE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx) =>
          uploadPicture(context, tx, staff_id, request.body.base64),
        ),
      );
    },
  );
}
