import Type from 'typebox';

export const MailAddress = Type.String({ maxLength: 254 });
