import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';

export const readHistory = (certificate_id: string) =>
  answered(api.GET('/v1/office/certificates/{certificate_id}', { params: { path: { certificate_id } } }));

/** A certificate with what became of it. */
export type History = Awaited<ReturnType<typeof readHistory>>;
