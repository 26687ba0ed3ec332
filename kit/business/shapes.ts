import Type, { type Static } from 'typebox';
import { closed, Timestamp } from '../http/shapes.ts';

/** What a business publishes for people to read and agree to. */
export const DOCUMENTS = ['terms', 'privacy', 'marketing', 'faq'] as const;
export type DocumentKind = (typeof DOCUMENTS)[number];
export const DocumentKindShape = Type.Enum([...DOCUMENTS]);

const TEXT_MAX = 200;
const line = (max = TEXT_MAX) => Type.String({ minLength: 1, maxLength: max, pattern: '^\\S(.*\\S)?$' });
const orNull = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([shape, Type.Null()]);
export const PictureId = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of its bytes.' });
export const Version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

/** What the law has a seller say of itself, and how its pages look. Languages are Korean and English. */
export const BusinessDetails = closed({
  name_ko: line(60),
  name_en: line(60),
  representative: line(60),
  registration_number: line(40),
  mail_order_number: orNull(line(60)),
  address_ko: line(),
  address_en: line(),
  telephone: Type.String({ maxLength: 40, pattern: '^[+0-9][0-9 ()-]{2,}$' }),
  email: Type.String({ maxLength: 254, format: 'email' }),
  hours_ko: orNull(line(120)),
  hours_en: orNull(line(120)),
  privacy_officer: orNull(line(60)),
  colour: orNull(Type.String({ pattern: '^#[0-9a-f]{6}$', examples: ['#b01f42'] })),
  logo_id: orNull(PictureId),
  vat_bp: Type.Integer({
    minimum: 0,
    maximum: 5_000,
    description:
      'VAT that is part of the price, in hundredths of a percent; 0 where only what is bought with a certificate is taxed.',
  }),
});
export type BusinessDetails = Static<typeof BusinessDetails>;

/** Details as they were last published. */
export const Business = closed({ version: Version, ...BusinessDetails.properties, published_at: Timestamp });
export type Business = Static<typeof Business>;

/** Blank lines part paragraphs; `# ` begins a heading, or a question, and `- ` an item of a list. */
const DocumentText = Type.String({ minLength: 1, maxLength: 60_000, pattern: '\\S' });
export const DocumentTexts = closed({ text_ko: DocumentText, text_en: DocumentText });
export type DocumentTexts = Static<typeof DocumentTexts>;

export const DocumentVersion = closed({
  document: DocumentKindShape,
  version: Version,
  in_force_at: Timestamp,
});
export type DocumentVersion = Static<typeof DocumentVersion>;
