import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';

export const WINDOWS = ['windows'] as const;

export const readWindows = () => answered(api.GET('/v1/office/windows'));

/** A shop of ours as an operator shows it. */
export type OwnWindow = Awaited<ReturnType<typeof readWindows>>['windows'][number];
export type Content = OwnWindow['shown'];

/** Whether something newer was published than is shown. */
export function isAhead(of: OwnWindow): of is OwnWindow & { wanted: NonNullable<OwnWindow['wanted']> } {
  return of.wanted !== undefined && of.wanted.version > of.version;
}
