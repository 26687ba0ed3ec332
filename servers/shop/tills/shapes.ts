import Type from 'typebox';

export const Token = Type.String({ minLength: 10, maxLength: 100 });
export const SaleReference = Type.String({ minLength: 1, maxLength: 64 });
