import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';

export const readHistory = (certificate_id: string) =>
  answered(api.GET('/v1/office/certificates/{certificate_id}', { params: { path: { certificate_id } } }));

/** A certificate with what became of it. */
export type History = Awaited<ReturnType<typeof readHistory>>;

/** What the operator that issued a certificate can be asked to do with the gift now. */
export const readActions = (certificate_id: string) =>
  answered(
    api.GET('/v1/office/certificates/{certificate_id}/actions', { params: { path: { certificate_id } } }),
  );
