import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';

export const BOOKS = ['books'];
export const readBooks = () => answered(api.GET('/v1/staff/books'));
export type Books = Awaited<ReturnType<typeof readBooks>>;
