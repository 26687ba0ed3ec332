import Type from 'typebox';
import { OPENING_TOKEN_LENGTH_MAX } from '../certificates/opening-token.ts';

export const Token = Type.String({ minLength: 10, maxLength: OPENING_TOKEN_LENGTH_MAX });
export const SaleReference = Type.String({ minLength: 1, maxLength: 64 });
